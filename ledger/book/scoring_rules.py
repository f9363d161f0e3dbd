"""How a scorecard is computed: which score, which reading of words, which update counts."""

import json
import sqlite3
from dataclasses import dataclass

from ledger.book import distributions, lexicons, series
from ledger.book.grouping import Scores
from ledger.book.requests import ScorecardRequest
from ledger.book.selecting import Selection
from ledger.core import checks, scorecards
from ledger.core.lexicons import Lexicon
from ledger.core.measures.score_scales import SCALES, ScoreName, ScoreScale
from ledger.core.measures.updates import UpdateRule
from ledger.core.scorecards import Bands, Count, Method
from ledger.core.scorecards.building import NO_PROBABILITIES
from ledger.core.scorecards.series import PEERS, scores
from ledger.errors import InputError
from ledger.store import score_clusters

NOBODY_ELSE = "nobody else gave a number on the same claim"


@dataclass(frozen=True, slots=True)
class Rules:
    """What a request asks for, read and checked; `end` of a band is its middle, low or high."""

    score: ScoreName
    update_rule: UpdateRule
    lexicon: Lexicon | None
    reference: str
    bootstrap: bool = False
    end: str = "middle"

    @property
    def by_rate(self) -> bool:
        """Whether skill is measured against the base rate of what is counted."""
        return self.reference == "base-rate"

    @property
    def scale(self) -> ScoreScale:
        """The scale of the score asked for."""
        return SCALES[self.score]


def rules(asked: ScorecardRequest) -> Rules:
    """Read score, update rule, lexicon and reference; refuse what is none."""
    score = checks.one_of(asked.score or "brier", list(SCALES), "score for --score")
    rule = checks.one_of(asked.update_rule or "last", list(UpdateRule), "rule for --update-rule")
    reference = (asked.reference or "coin").strip().casefold()
    if reference not in {"coin", "base-rate"}:
        reference = checks.probability(reference)
        if not 0.0 < float(reference) < 1.0:
            raise InputError(
                f"--reference {reference} is sure of everything; "
                "give a probability between 0 and 1, coin or base-rate"
            )
    lexicon = lexicons.find(asked.lexicon) if asked.lexicon else None
    return Rules(ScoreName(score), UpdateRule(rule), lexicon, reference, asked.bootstrap)


def method(everything: list[Count], rule: Rules) -> Method:
    """Return how rows are scored: words read by the lexicon, the reference's probability."""
    read = scorecards.bands(scorecards.phrases(everything), rule.lexicon)
    without = NOBODY_ELSE if rule.score in PEERS else NO_PROBABILITIES
    return Method(read, _reference(everything, read, rule.reference), without)


def _reference(counts: list[Count], read: Bands, reference: str) -> float:
    if reference == "coin":
        return 0.5
    if reference != "base-rate":
        return float(reference)
    tally = scorecards.numbers(counts, read).tally
    return tally.yes / tally.n if tally.n else 0.5


def said(rule: Rules, how: Method) -> str:
    """Say what skill is measured against."""
    if rule.reference == "coin":
        return "a coin (always 50 %)"
    if rule.reference == "base-rate":
        return f"the base rate, known only afterwards ({how.reference:.3f} came true)"
    return f"always {how.reference * 100:g} %"


def scale_text(rule: Rules) -> str:
    """Say what the score asked for is called, its scale and its direction."""
    return f"{rule.scale.title} ({rule.scale.scale}; {rule.scale.direction})"


def words(read: Bands, end: str = "middle") -> str | None:
    """Return the numbers of phrases, an end of their bands, as the queries take them."""
    rows = [[phrase, int(negated), getattr(band, end)] for (phrase, negated), band in read.items()]
    return json.dumps(rows, ensure_ascii=False) if rows else None


def forecast_scores(con: sqlite3.Connection, chosen: Selection, rule: Rules, read: Bands) -> Scores:
    """Work out the scores that the database cannot: by series, by platform, of distributions."""
    corrections, asked = corrected(con, chosen, rule, read), None
    if rule.score is not ScoreName.BRIER:
        # Not None where nobody has a score: None stands for Brier's.
        asked = _json(series.scored(con, chosen, rule, read)) or "[]"
    choices = _json(distributions.choice_scores(con, chosen.everyone(), rule.update_rule))
    apart = not score_clusters.shared_questions(con)
    return Scores(corrections, asked, choices, apart=apart, bootstrap=rule.bootstrap)


def corrected(con: sqlite3.Connection, chosen: Selection, rule: Rules, read: Bands) -> str | None:
    """Return the Brier scores of series that the rule averages; None where there are none."""
    if not rule.update_rule.averages:
        return None
    found = series.numbered(con, chosen, rule, read, updated=True)
    updated = [one for one in found if len(one.statements) > 1]
    return _json(scores(updated, ScoreName.BRIER, rule.update_rule))


def _json(found: dict[int, float]) -> str | None:
    return json.dumps(list(found.items())) if found else None
