"""How scored rows are grouped and filtered: the constant pieces that score queries are made of.

`r` is the flat row that is scored, `f` (or `{f}`) the forecast behind it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Grouping:
    """How rows are grouped: the tables, the group's name, and a condition that always holds.

    `r` is the flat row that is scored, `f` the forecast behind it; `{phrase}` in a group stands
    for the words of the statement that counts. `names` is the table of names
    of a group that is a number. `covering` are the filters under which a covering index of the
    flat rows answers, that begins with group, `counted` and voice; None where there is none.
    `late` says that a partial index has their days late in order.
    """

    tables: str
    group: str
    where: str = "1"
    voice: str = "0"
    names: str | None = None
    filters: Mapping[str, str] = field(default_factory=dict)  # said of the group, not the forecast
    counted: str = "1"
    covering: frozenset[str] | None = None
    late: bool = False


_FORECAST = "forecast r"
_CITED = "citation r"
_HORIZON = """CASE
  WHEN r.deadline IS NULL THEN '7 no deadline'
  WHEN julianday(r.deadline) - julianday(r.made_on) <= 31 THEN '1 up to a month'
  WHEN julianday(r.deadline) - julianday(r.made_on) <= 92 THEN '2 one to three months'
  WHEN julianday(r.deadline) - julianday(r.made_on) <= 183 THEN '3 three to six months'
  WHEN julianday(r.deadline) - julianday(r.made_on) <= 366 THEN '4 half a year to a year'
  WHEN julianday(r.deadline) - julianday(r.made_on) <= 731 THEN '5 one to two years'
  ELSE '6 more than two years' END"""

GROUPINGS: Mapping[str, Grouping] = {
    "forecaster": Grouping(
        _FORECAST, "r.forecaster_id", names="forecaster", covering=frozenset({"forecaster"})
    ),
    "source": Grouping(
        _CITED, "r.source_id", "r.counted > 0", "r.own_voice", "source",
        {"source": "r.source_id = :source", "own_voice": "r.own_voice = 1"},
        "r.counted", frozenset({"source", "own_voice"}), late=True,
    ),
    "article": Grouping(
        _CITED, "r.article_id",
        "NOT EXISTS (SELECT 1 FROM citation e WHERE e.forecast_id = r.forecast_id"
        " AND e.article_id = r.article_id"
        " AND (e.own_voice > r.own_voice OR (e.own_voice = r.own_voice AND e.id < r.id)))",
        "r.own_voice", "article",
        {"source": "r.source_id = :source", "own_voice": "r.own_voice = 1"},
    ),
    "tag": Grouping(
        "tag t JOIN forecast r ON r.id = t.forecast_id", "t.tag",
        filters={"tag": "t.tag IN (SELECT value FROM json_each(:tag))"},
    ),
    "forecaster-kind": Grouping(
        "forecast r JOIN forecaster k ON k.id = r.forecaster_id", "k.kind"
    ),
    "phrase": Grouping(_FORECAST, "COALESCE(LOWER({phrase}), '(no words)')"),
    "horizon": Grouping(_FORECAST, _HORIZON),
    "year": Grouping(_FORECAST, "SUBSTR(r.made_on, 1, 4)"),
    "question-kind": Grouping(
        "forecast r JOIN question k ON k.id = r.question_id", "k.kind"
    ),
    "all": Grouping(_FORECAST, "'all'"),
}  # fmt: skip

# What a filter asks of the forecast behind a flat row. `{f}` is its table.
FILTERS: Mapping[str, str] = {
    "forecaster": "{f}.forecaster_id = :forecaster",
    "source": "{f}.id IN (SELECT forecast_id FROM citation WHERE source_id = :source)",
    "tag": "{f}.id IN (SELECT forecast_id FROM tag"
    " WHERE tag IN (SELECT value FROM json_each(:tag)))",
    "made_from": "{f}.made_on >= :made_from",
    "made_to": "{f}.made_on_latest <= :made_to",
    "cited": "EXISTS (SELECT 1 FROM citation c WHERE c.forecast_id = {f}.id)",
    "own_voice": "EXISTS (SELECT 1 FROM citation c WHERE c.forecast_id = {f}.id"
    " AND c.own_voice = 1 AND (:source IS NULL OR c.source_id = :source))",
    "prospective": "{f}.id IN (SELECT id FROM temp.prospective)",  # see store.prospective
}
