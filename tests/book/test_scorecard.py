"""Scorecards of a book: what is due, who counts, the past as it was recorded."""

import csv
import datetime as dt
import math
from pathlib import Path

import pytest

from ledger.book import Ledger, NewRuling, ScorecardRequest
from ledger.core.measures.clusters import Cluster, bootstrap_mean
from ledger.errors import InputError, NotFoundError
from ledger.formats.json_text import json_text
from ledger.formats.scorecard import scorecard
from ledger.store.journal import writing
from tests.book.builders import TODAY
from tests.book.scoring import NO, YES, card, named, record, said

DATA = Path(__file__).parents[1] / "data"


def test_hits_are_of_due_forecasts_only(book):
    record(book, said(ruling=YES), said(ruling=NO), said(ruling=YES, deadline="2030-01-01"))
    found = named(card(book), "Ann")
    assert (found.recorded, found.due, found.hits, found.sided, found.early) == (3, 2, 1, 2, 1)


def test_as_of_moves_the_due_line(book):
    record(book, said(ruling=YES), said(ruling=YES, deadline="2017-06-30"))
    assert named(card(book, as_of="2017-06-30"), "Ann").due == 1
    assert named(card(book, as_of="2017-06-29"), "Ann").due == 0
    assert card(book, as_of="2017-06-30").as_of == dt.date(2017, 6, 30)


@pytest.mark.parametrize("day", ["2020-01-02", "2030-01-01"])
@pytest.mark.parametrize("verb", ["scorecard", "calibration", "lateness", "compare_all"])
def test_of_a_day_to_come_only_early_answers_are_known(book, verb, day):
    """A 2: a forecast that can come true early but false only at its deadline would be a hit."""
    record(book, said("Ann", ruling=YES, deadline="2025-01-01"))
    with pytest.raises(InputError, match="write 2020-01-01 or an earlier day"):
        getattr(book, verb)(ScorecardRequest(as_of=day), TODAY)
    if verb == "scorecard":
        with pytest.raises(InputError, match="write 2020-06-01 or an earlier day"):
            card(book, as_of="2020-06-02", recorded_by="2020-06-01")


def test_what_fell_out_is_told_beside(book):
    record(
        book, said(vague="no day"), said(deadline=None), said(void="forged"), said(struck="twice"),
        said(), said(deadline="2030-01-01"), said(ruling={"on": "2017-01-01"}),
        said(retracted={"on": "2017-03-01"}, ruling=YES),
    )  # fmt: skip
    found = card(book)
    ann = named(found, "Ann")
    assert (ann.vague, ann.undated, ann.void, ann.overdue, ann.open) == (1, 1, 1, 1, 1)
    assert (ann.already_known, ann.retracted, ann.scored) == (1, 1, 1)
    assert (found.forecasts, found.struck, ann.vague_share) == (7, 1, 1 / 7)


def test_a_forecast_in_several_outlets_counts_once_for_each_and_once_in_all(book):
    record(book, said(ruling=YES, sources=["Times", "Sun", "Times"]), said(sources=["Sun"]))
    found = card(book, per="source")
    assert [(r.name, r.recorded) for r in found.rows] == [("Sun", 2), ("Times", 1)]
    assert (found.everyone.recorded, found.everyone.hits, found.forecasts) == (2, 1, 2)
    assert named(card(book), "Ann").recorded == 2


def test_carried_is_not_endorsed(book):
    own = {"source": "Sun", "own_voice": True}
    record(book, said(ruling=YES, sources=["Sun"]), said("Sun", NO, sources=[own]))
    sun = named(card(book, per="source"), "Sun")
    assert (sun.recorded, sun.hits, sun.sided) == (2, 1, 2)
    assert (sun.own_voice.recorded, sun.own_voice.hits, sun.own_voice.sided) == (1, 0, 1)
    assert card(book, per="source").everyone.own_voice.recorded == 1


def test_the_own_voice_of_one_outlet_is_not_that_of_another(book):
    own = {"source": "Times", "own_voice": True}
    record(book, said(ruling=YES, sources=["Sun", own]))
    found = card(book, source="Sun")
    assert (found.everyone.recorded, found.everyone.own_voice.recorded) == (1, 0)
    assert card(book, source="Times").everyone.own_voice.recorded == 1


def test_crowds_and_anonymous_stand_below_a_line(book):
    record(book, said("A survey", YES, kind="crowd"), said("Ann", YES))
    assert [(r.name, r.below) for r in card(book).rows] == [("Ann", False), ("A survey", True)]


def test_a_name_that_is_both_is_refused_with_both_commands(book):
    record(book, said("Sun", YES, sources=["Sun"]))
    with pytest.raises(InputError, match=r'--by "Sun".*--source "Sun"'):
        card(book, name="Sun")
    assert card(book, by="Sun").per == "forecaster"
    assert card(book, source="Sun").per == "source"


def test_a_name_is_found_by_a_part_of_it_and_refused_when_it_fits_several(book):
    record(book, said("Ann Lee", YES), said("Ann May", YES))
    assert card(book, name="lee").page.name == "Ann Lee"
    with pytest.raises(InputError, match="Ann Lee, Ann May"):
        card(book, name="ann")
    with pytest.raises(NotFoundError, match="no forecaster or source"):
        card(book, name="Zed")


def test_one_name_has_the_numbers_of_the_full_table(book):
    record(book, *(said("Ann", YES) for _ in range(12)), *(said("Bob", NO) for _ in range(12)))
    assert named(card(book, name="Ann"), "Ann") == named(card(book), "Ann")
    assert named(card(book), "Ann").rank == 1


def test_retrospectives_are_named_and_their_absence_too(book):
    record(book, said(ruling=YES), said("Bob", YES, tags=["retrospective"], sources=["Sun"]))
    assert card(book).retrospective
    assert not card(book, by="Ann").retrospective
    assert card(book, per="source", tag="retrospective").retrospective


def test_recorded_by_reads_the_book_as_it_was_and_never_changes(path):
    clock = iter(dt.datetime(2018, month, 1, tzinfo=dt.UTC) for month in range(1, 12))
    with Ledger.create(path, clock=lambda: next(clock)) as book:
        record(book, said(question="a"))
        before = json_text(card(book, recorded_by="2018-02-15"))
        book.resolve("q1", NewRuling(on="2017-05-01"), TODAY)
        record(book, said(ruling=NO))
        assert json_text(card(book, recorded_by="2018-02-15")) == before
        then = card(book, recorded_by="2018-02-15")
        assert (then.as_of, then.forecasts, then.rows[0].overdue) == (dt.date(2018, 2, 15), 1, 1)
        assert card(book).rows[0].hits == 1
        with pytest.raises(InputError, match="nothing had been recorded"):
            card(book, recorded_by="2017-01-01")
        with pytest.raises(InputError, match=r"recorded by 0001-01-01T23:59:59\.999999Z"):
            card(book, recorded_by="0001-01-01")


@pytest.mark.parametrize("text", ["0001-01-01T00:00+09:00", "9999-12-31T23:59-05:00", "soon"])
def test_a_time_beyond_the_calendar_is_refused(path, text):
    with Ledger.create(path) as book:
        record(book, said())
        with pytest.raises(InputError, match="as a time; write 2026-05-01"):
            card(book, recorded_by=text)


def test_prospective_leaves_what_was_recorded_before_the_answer_was_known(path):
    recorded = dt.datetime(2017, 3, 1, tzinfo=dt.UTC)
    with Ledger.create(path, clock=lambda: recorded) as book:
        record(
            book, said(question="open"), said("Ruled", YES, question="ruled"),
            said("Late", deadline="2017-02-20"), said("Later", question="later"),
        )  # fmt: skip
        book.resolve("q4", NewRuling(on="2017-02-15"), TODAY)
        assert [row.name for row in card(book, prospective=True).rows] == ["Ann"]


def test_a_brier_score_has_an_interval_by_question_from_ten_questions_up(book):
    record(book, *(said(ruling=YES, probability="0.8", question=f"a{n}") for n in range(9)))
    nine = named(card(book), "Ann")
    assert (nine.brier_low, nine.brier_reason) == (None, "too few independent questions")
    record(book, said(ruling=NO, probability="0.8"))
    ten = named(card(book), "Ann")
    assert ten.brier == pytest.approx(0.1)
    assert ten.brier_low < ten.brier < ten.brier_high
    assert (ten.expected_hits, ten.observed_hits) == (pytest.approx(8.0), 9)


def test_the_interval_on_brier_is_resampled_by_question_on_request(book):
    """A.9: `bootstrap over questions on request`; the same seed gives the same interval."""
    record(book, *(said(ruling=YES if n % 3 else NO, probability="0.8", question=f"b{n}")
                   for n in range(20)),
           *(said("Bob", probability="0.6", question=f"b{n}") for n in range(20)))  # fmt: skip
    plain, drawn = card(book), card(book, bootstrap=True)
    assert "bootstrap" in drawn.brier_interval
    assert named(drawn, "Ann").brier == named(plain, "Ann").brier
    scores = [0.04 if n % 3 else 0.64 for n in range(20)]
    expected = bootstrap_mean([Cluster(1, score) for score in scores]).interval
    found = named(drawn, "Ann")
    assert (found.brier_low, found.brier_high) == pytest.approx((expected.low, expected.high), 0.2)
    assert found.brier_low != named(plain, "Ann").brier_low
    assert found == named(card(book, bootstrap=True), "Ann")
    assert "resampl" not in scorecard(plain)
    assert "bootstrap over questions (1,000 draws, seed 1)" in scorecard(drawn).replace("\n", " ")


def test_two_forecasts_on_one_question_are_one_cluster(book):
    record(book, *(said(ruling=YES, probability="0.8", question="same") for _ in range(12)))
    assert named(card(book), "Ann").questions == 1
    assert named(card(book), "Ann").brier_reason == "too few independent questions"


def test_hits_said_and_come_have_no_p_where_forecasts_share_questions(book):
    record(book, *(said(name, YES if name == "Ann" else None, probability="0.8", question="same")
                   for name in ("Ann", "Bob")))  # fmt: skip
    found = card(book)
    assert {row.p_reason for row in found.rows} == {None}
    assert all(row.p_calibration is not None for row in found.rows)
    everyone = found.everyone
    assert (everyone.p_calibration, everyone.expected_hits) == (None, pytest.approx(1.6))
    assert everyone.p_reason == "forecasts share questions: no P"


def test_who_has_no_rank_is_not_ranked(book):
    record(book, *(said(ruling=YES) for _ in range(12)))
    found = card(book)
    assert (found.rows[0].ranked, found.rows[0].rank) == (True, 1)
    assert (found.everyone.ranked, found.everyone.rank) == (False, None)


@pytest.mark.parametrize("score", ["metaculus-peer", "gjopen"])
def test_a_score_among_peers_without_peers_is_none_with_the_reason(book, score):
    """B: `peer [...] mean over others`: there are none, and Brier does not stand in for it."""
    record(book, said(ruling=YES, probability="0.8"))
    row = card(book, score=score).rows[0]
    assert (row.score, row.score_n) == (None, 0)
    assert row.score_reason == "nobody else gave a number on the same claim"
    assert f"No {score}: nobody else" in scorecard(card(book, score=score))


def tram_and_mill(book):
    """Ann gives the tram two numbers; on the mill she has Bob for a peer. Neither comes."""
    record(book, said("Ann", NO, probability="0.8", question="tram", tags=["rail"]),
           said("Ann", probability="0.2", question="tram"),
           said("Ann", NO, probability="0.8", question="mill"),
           said("Bob", probability="0.5", question="mill", made_on="2017-03-08", tags=["work"],
                sources=["Sun"]))  # fmt: skip


def test_nobody_is_his_own_peer(book):
    """B: `peer 100 mean over others of (ln p_i - ln p_j)`; nobody else spoke of the tram."""
    tram_and_mill(book)
    ann = named(card(book, score="metaculus-peer"), "Ann")
    # On the mill both stood for 154 of 182 days: 100 (ln .2 - ln .5), times that share.
    assert (ann.score, ann.score_n) == (pytest.approx(100 * math.log(0.4) * 154 / 182), 1)


@pytest.mark.parametrize("score", ["metaculus-baseline", "metaculus-peer", "gjopen"])
@pytest.mark.parametrize(
    "asked",
    [{"by": "Bob"}, {"by": "Bob", "per": "tag"}, {"source": "Sun"}, {"tag": "work"},
     {"made_from": "2017-03-01"}],
    ids=str,
)  # fmt: skip
def test_a_filter_leaves_the_scores_of_a_platform_as_they_are(book, score, asked):
    """`The question is open from the first statement on it in the book`, and peers are everybody.

    Ann opened the mill's question, though she is filtered out.
    """
    tram_and_mill(book)
    expected = named(card(book, score=score), "Bob").score
    found = card(book, score=score, **asked)
    assert expected is not None
    assert found.everyone.score == found.rows[0].score == expected
    assert "nobody else" not in scorecard(found)


def test_words_without_a_number_open_a_question_too(book):
    """`open from the first statement on it in the book`: with a number or without."""
    record(book, said("Bob", NO, probability="0.2", question="mill", made_on="2017-03-08"))
    before = named(card(book, score="metaculus-baseline"), "Bob").score
    record(book, said("Ann", question="mill", phrase="expects"))
    found = named(card(book, score="metaculus-baseline"), "Bob").score
    assert found == pytest.approx(before * 154 / 182)


def test_the_outer_range_of_quantiles_has_an_interval_score(book):
    """B: `interval score (u-l) + 2/alpha (l-y)+ + 2/alpha (y-u)+`, in the unit of the question."""
    asked = {"key": "n", "text": "oil", "kind": "number", "unit": "USD"}
    record(book, said(spread={"quantiles": {"0.1": "60", "0.9": "80"}},
                      parts=[{"question": asked, "at_least": "60", "at_most": "80"}],
                      rulings=[{"question": "n", "value": "83"}]))  # fmt: skip
    (scored,) = card(book, name="Ann").page.forecasts
    assert (scored.level, scored.unit) == (pytest.approx(0.8), "USD")
    assert scored.interval_score == pytest.approx(20 + 2 / 0.2 * 3)
    assert "in the unit of the question" in scorecard(card(book, name="Ann")).replace("\n", " ")


def test_quantiles_have_a_mean_distance_for_each_unit(book):
    def oil(n, unit, answer, quantiles):
        asked = {"key": f"n{n}", "text": "oil", "kind": "number", "unit": unit}
        return said(spread={"quantiles": quantiles}, parts=[{"question": asked, "at_least": "1"}],
                    rulings=[{"question": f"n{n}", "value": answer}])  # fmt: skip

    ends = {"0.1": "60", "0.9": "80"}
    record(book, oil(1, "USD", "83", ends), oil(2, "USD", "72", {"0.5": "70"}),
           oil(3, "EUR", "70", ends), oil(4, "EUR", "90", ends))  # fmt: skip
    found = card(book, name="Ann")
    usd, eur = found.page.distances
    assert (usd.unit, usd.n, usd.wis) == ("USD", 2, pytest.approx(2.5 + 1.0))
    assert (usd.interval_score, usd.level) == (None, None), "one of them is no range"
    assert (eur.unit, eur.n, eur.pinball) == ("EUR", 2, pytest.approx((1.0 + 6.0) / 2))
    assert (eur.interval_score, eur.level) == (pytest.approx((20.0 + 120.0) / 2), 0.8)
    text = scorecard(found).replace("\n", " ")
    assert "Mean over 2 answers in USD: pinball 1.75, WIS 3.50." in text
    assert "Mean over 2 answers in EUR: pinball 3.50, WIS 7.00, interval score 70.00." in text


def test_the_record_of_outlets_says_how_it_was_taken_from_articles(book):
    article = {"source": "Sun", "title": "Peace"}
    record(book, said(ruling=YES, sources=[article]))
    assert card(book, per="source").sampling is None
    with writing(book.con, book.clock) as journal:
        journal.record("reading", {"article": article, "found": 5})
    taken = card(book, per="source").sampling
    assert (taken.articles, taken.found, taken.recorded, taken.rejected, taken.left) == (
        1, 5, 1, 0, 4,
    )  # fmt: skip
    text = scorecard(card(book, source="Sun")).replace("\n", " ")
    assert "Of 1 article read: 5 statements found, 1 recorded, 0 rejected, 4 left" in text
    assert card(book).sampling is None


def test_skill_is_against_the_reference_asked_for(book):
    record(book, *(said(ruling=YES, probability="0.9") for _ in range(3)),
           said(ruling=NO, probability="0.9"))  # fmt: skip
    brier = (3 * 0.01 + 0.81) / 4
    assert card(book).everyone.skill == pytest.approx(1 - brier / 0.25)
    assert card(book, reference="0.75").everyone.skill == pytest.approx(1 - brier / 0.1875)
    rate = card(book, reference="base-rate")
    assert rate.everyone.skill == pytest.approx(1 - brier / 0.1875)
    assert "known only afterwards" in rate.reference


def test_a_lexicon_turns_words_into_numbers_when_the_scorecard_is_made(book):
    record(book, said(ruling=YES, phrase="probably"), said(ruling=NO, phrase="probably not"),
           said(ruling=NO, phrase="unlikely", negated=True), said(ruling=YES))  # fmt: skip
    assert card(book).everyone.with_probability == 0
    found = card(book, lexicon="icd203").everyone
    assert (found.stated, found.from_lexicon, found.inferred) == (0, 3, 0)
    # "Unlikely" to a claim that it does not happen speaks of the event: 1 - .325.
    expected = (0.325**2 + 0.325**2 + (1 - 0.675) ** 2) / 3
    assert found.brier == pytest.approx(expected, abs=1e-6)


def test_the_last_update_in_time_counts_unless_another_rule_is_asked_for(book):
    updates = [{"made_on": "2017-03-08", "probability": "0.9"},
               {"made_on": "2017-09-01", "probability": "0.1"}]  # fmt: skip
    record(book, said(ruling=YES, probability="0.4", updates=updates))
    assert card(book).everyone.brier == pytest.approx(0.01)
    first = card(book, update_rule="first").everyone
    assert (first.brier, first.hits) == (pytest.approx(0.36), 0)
    assert card(book, update_rule="mean").everyone.brier == pytest.approx((0.36 + 0.01) / 2)
    weighted = (28 * 0.36 + 54 * 0.01) / 82
    assert card(book, update_rule="time-weighted").everyone.brier == pytest.approx(weighted)


def choice(spread, ruled="B", ordered=False):
    options = ["A", "B", "C"]
    top = max(spread, key=spread.get)
    return said(
        spread={"options": {name: str(p) for name, p in spread.items()}},
        parts=[{"question": {"key": f"c{ordered}", "text": "which", "kind": "choice",
                             "options": options, "ordered": ordered}, "options": [top]}],
        rulings=[{"question": f"c{ordered}", "option": ruled}],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("ordered", "spread", "score", "hits"),
    [
        (False, {"A": 0.2, "B": 0.5, "C": 0.3}, 0.04 + 0.25 + 0.09, 1),
        (False, {"A": 0.6, "B": 0.4}, 0.36 + 0.36, 0),
        (True, {"A": 0.2, "B": 0.5, "C": 0.3}, 0.04 + 0.09, 1),
    ],
)
def test_a_distribution_is_one_forecast_and_hits_with_its_top_option(
    book, ordered, spread, score, hits
):
    record(book, choice(spread, ordered=ordered))
    found = card(book).everyone
    assert (found.recorded, found.hits, found.choices) == (1, hits, 1)
    assert found.choice_brier == pytest.approx(score)
    assert found.brier is None


def test_quantiles_are_scored_in_the_unit_of_their_question(book):
    asked = {"key": "n", "text": "oil", "kind": "number", "unit": "USD"}
    record(book, said(
        spread={"quantiles": {"0.1": "60", "0.5": "70", "0.9": "80"}},
        parts=[{"question": asked, "at_least": "60", "at_most": "80"}],
        rulings=[{"question": "n", "value": "74"}],
    ))  # fmt: skip
    (scored,) = card(book, name="Ann").page.forecasts
    # 2 x the mean of .1 x 14, .5 x 4, .1 x 6
    assert scored.pinball == pytest.approx((1.4 + 2.0 + 0.6) / 3)
    assert scored.wis == pytest.approx(2 * scored.pinball)
    assert (scored.unit, scored.hit) == ("USD", None)


@pytest.mark.parametrize(
    ("per", "names"),
    [
        ("tag", {"war", "oil"}), ("forecaster-kind", {"person", "crowd"}),
        ("phrase", {"(no words)", "probably"}), ("year", {"2017"}), ("question-kind", {"event"}),
        ("horizon", {"three to six months"}), ("article", {"Sun: Peace", "Sun 2017-02-09"}),
    ],
)  # fmt: skip
def test_rows_are_grouped_by(book, per, names):
    titled = {"source": "Sun", "title": "Peace"}
    dated = {"source": "Sun", "published": "2017-02-09"}
    record(book, said(ruling=YES, tags=["war", "oil"], sources=[titled], phrase="Probably"),
           said("Many", NO, tags=["war"], kind="crowd", sources=[dated]))  # fmt: skip
    found = card(book, per=per)
    assert {row.name for row in found.rows} == names
    assert found.everyone.recorded == 2


def test_articles_with_one_title_are_rows_of_their_own(book):
    """`--per article`: an article is one text, whatever it is called."""
    first, other = ({"source": "Sun", "title": "Q&A", "url": f"https://x.org/{n}"} for n in "ab")
    record(book, *(said(ruling=YES, sources=[first]) for _ in range(12)),
           *(said(ruling=NO, sources=[other]) for _ in range(11)))  # fmt: skip
    rows = card(book, per="article").rows
    assert [(r.recorded, r.hits, r.rank) for r in rows] == [(12, 12, 1), (11, 0, 2)]
    assert [r.name for r in rows] == ["Sun: Q&A (1)", "Sun: Q&A (2)"]
    assert rows[0].shrunk > rows[1].shrunk
    assert len(card(book, per="article", sensitivity=True).rows) == 2


@pytest.mark.parametrize("per", ["forecaster", "source", "article", "tag", "year"])
def test_the_base_rate_is_of_forecasts_and_not_of_rows(book, per):
    """A.5: one base rate, `fixed` for a book, whatever its rows are."""
    many = [{"source": s, "title": s} for s in ("Sun", "Mail", "Post")]
    record(book, said(ruling=YES, probability="0.9", sources=many, tags=["a", "b"]),
           *(said(ruling=NO, probability="0.9", sources=many[:1], tags=["a"])
             for _ in range(3)))  # fmt: skip
    assert "(0.250 came true)" in card(book, per=per, reference="base-rate").reference


def test_sensitivity_says_whether_the_ranking_changes(book):
    for _ in range(10):
        record(book, said("Ann", YES, phrase="likely"), said("Bob", YES, phrase="probably"),
               said("Cid", YES, probability="0.7"))  # fmt: skip
    found = card(book, sensitivity=True).sensitivity
    assert found.ranking_changes
    assert {r.lexicon for r in found.readings} >= {"icd203", "kent1964", "inferred-only"}


def standings(found, name):
    return [(r.lexicon, r.end, r.standings.get(name)) for r in found.sensitivity.readings]


def test_one_name_is_ranked_under_each_lexicon_as_in_the_full_table(book):
    """A.11: `say so when the ranking changes`: it is one ranking, whoever is looked at."""
    for _ in range(10):
        record(book, said("Ann", YES, phrase="likely", sources=["Sun"]),
               said("Cid", YES, probability="0.95", sources=["Sun"]))  # fmt: skip
    full = card(book, sensitivity=True)
    assert standings(full, "Ann")[0][2].rank == 2
    for asked in ({"name": "Ann"}, {"by": "Ann"}, {"by": "Ann", "source": "Sun"}):
        found = card(book, sensitivity=True, **asked)
        assert standings(found, "Ann") == standings(full, "Ann")
        assert {name for r in found.sensitivity.readings for name in r.standings} == {"Ann"}
        assert found.sensitivity.ranking_changes == full.sensitivity.ranking_changes


@pytest.mark.parametrize("rule", ["last", "first", "mean", "time-weighted"])
def test_sensitivity_scores_by_the_rule_for_updates(book, rule):
    """B: `Several updates on one claim: state the rule`; the middle is the scorecard's score."""
    updates = [{"made_on": "2017-03-08", "phrase": "unlikely"}]
    record(book, said("Ann", YES, phrase="likely", updates=updates),
           said("Ann", YES, probability="0.6"))  # fmt: skip
    found = card(book, sensitivity=True, update_rule=rule)
    by_end = {(lexicon, end): s for lexicon, end, s in standings(found, "Ann")}
    for name in ("icd203", "kent1964"):
        scored = named(card(book, lexicon=name, update_rule=rule), "Ann")
        standing = by_end[name, "middle"]
        assert (standing.n, standing.brier) == (2, pytest.approx(scored.brier))
    # At the low end of ICD 203 "likely" is .55, "unlikely" .20; .6 stays.
    weight = {"last": 0, "first": 1, "mean": 0.5, "time-weighted": 28 / 82}[rule]
    expected = (weight * 0.45**2 + (1 - weight) * 0.8**2 + 0.4**2) / 2
    assert by_end["icd203", "low"].brier == pytest.approx(expected)


def test_who_carried_whom_is_told_of_the_forecasts_chosen(book):
    """The page tells `what was carried by whom`, of the forecasts in its heading."""
    record(book, said("Ann", YES, sources=["Sun", "Post"], tags=["war"], made_on="2017-03-01"),
           said("Ann", YES, sources=["Sun"]), said("Bob", YES, sources=["Sun"]),
           said("Bob", YES, sources=["Sun"], tags=["war"]))  # fmt: skip

    def carried(name, **asked):
        found = card(book, name=name, **asked)
        return found.forecasts, {(c.name, c.n) for c in found.page.carried}

    assert carried("Ann") == (2, {("Sun", 2), ("Post", 1)})
    assert carried("Ann", tag="war") == (1, {("Sun", 1), ("Post", 1)})
    assert carried("Ann", made_to="2017-02-28") == (1, {("Sun", 1)})
    assert carried("Sun") == (4, {("Ann", 2), ("Bob", 2)})
    assert carried("Sun", tag="war") == (2, {("Ann", 1), ("Bob", 1)})


@pytest.mark.parametrize("per", ["horizon", "source", "tag", "phrase"])
def test_sensitivity_names_the_rows_of_the_scorecard(book, per):
    """A.11: Brier `under each lexicon`, row by row."""
    record(book, said("Ann", YES, probability="0.6", sources=["Sun"], tags=["war"]))
    found = card(book, sensitivity=True, per=per)
    assert set(found.sensitivity.readings[0].standings) == {row.name for row in found.rows}


def test_one_forecaster_in_one_outlet_is_a_row(book):
    """Filters `--by NAME, --source`: both may be given."""
    record(book, said("Ann", YES, sources=["Sun"]), said("Bob", YES, sources=["Sun"]),
           said("Ann", YES))  # fmt: skip
    for per in ("forecaster", "source"):
        (row,) = card(book, by="Ann", source="Sun", per=per).rows
        assert (row.name, row.recorded) == ("Ann" if per == "forecaster" else "Sun", 1)


def test_the_mean_brier_score_of_the_wnba_games_is_217931(path):
    """Both teams' probabilities are one forecast each game: team1's is used."""
    with (DATA / "wnba" / "wnba_games.csv").open(encoding="utf-8", newline="") as file:
        games = list(csv.DictReader(file))
    lines = ["claim,forecaster,made_on,deadline,probability,happened,happened_on\n"]
    lines += [
        f"{g['team1']} beat {g['team2']} ({n}),FiveThirtyEight,{g['date']},{g['date']},"
        f"{g['prob1']}," + (f"yes,{g['date']}\n" if g["prob1_outcome"] == "1" else "no,\n")
        for n, g in enumerate(games)
    ]
    after = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    with Ledger.create(path, clock=lambda: after) as book:
        assert book.import_lines(lines, csv=True).problems == ()
        found = book.scorecard(ScorecardRequest(), after.date()).everyone
    assert (found.with_probability, round(found.brier, 6)) == (450, 0.217931)


def test_hamilton_hit_counts_get_their_wilson_intervals(book):
    with (DATA / "hamilton" / "pundits.csv").open(encoding="utf-8", newline="") as file:
        pundits = [row for row in csv.DictReader(file) if row["n"]]
    for row in pundits:
        hits, n = int(row["right"]), int(row["n"])
        outcomes = [YES] * hits + [NO] * (n - hits)
        record(book, *(said(row["pundit"], outcome) for outcome in outcomes))
    found = card(book)
    krugman = named(found, "Paul Krugman")
    assert (krugman.hits, krugman.sided, krugman.rank) == (15, 17, 1)
    assert (round(krugman.hit_low, 3), round(krugman.hit_high, 3)) == (0.657, 0.967)
    assert {r.name: (r.hits, r.sided) for r in found.rows} == {
        row["pundit"]: (int(row["right"]), int(row["n"])) for row in pundits
    }
