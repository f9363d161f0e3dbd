"""Reading a book: SQL text with named parameters, no ORM; rows come back as dictionaries.

Each query is a constant, so that a test can ask the planner about every one of them.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

Row = dict[str, Any]

_FORECAST = """
SELECT f.*, p.name AS forecaster, p.kind AS forecaster_kind, s.name AS said_by_name
FROM forecast f
JOIN forecaster p ON p.id = f.forecaster_id
JOIN forecaster s ON s.id = f.said_by
"""

FORECAST = _FORECAST + "WHERE f.id = :id"

FORECASTS = (
    _FORECAST  # noqa: S608 - our own text
    + """
WHERE (:forecaster IS NULL OR f.forecaster_id = :forecaster)
  AND (:source IS NULL OR f.id IN (SELECT forecast_id FROM citation WHERE source_id = :source))
  AND (:tag IS NULL OR f.id IN (SELECT forecast_id FROM tag WHERE tag IN
    (SELECT value FROM json_each(:tag))))
  AND (:search IS NULL OR INSTR(folded(f.claim), :search) OR INSTR(folded(p.name), :search)
       OR INSTR(folded(f.note), :search))
  AND (:status IS NULL
       OR (:status = 'open' AND f.state = 'pending' AND f.deadline >= :today
           AND f.retracted_on IS NULL)
       OR (:status = 'due' AND f.state = 'pending' AND f.deadline < :today)
       OR (:status = 'retracted' AND f.retracted_on IS NOT NULL)
       OR (:status = f.state AND f.state IN ('undated', 'vague', 'struck', 'void', 'known'))
       OR (:status = f.verdict AND f.verdict <> 'pending'
           AND f.state NOT IN ('vague', 'struck')))
ORDER BY f.id
LIMIT :limit
"""
)

# Both columns: the index is on who is counted, a name may be another one of theirs.
SAME_DAYS = """
SELECT f.id, f.claim FROM forecaster s
JOIN forecast f ON f.forecaster_id = COALESCE(s.same_as, s.id) AND f.said_by = s.id
WHERE s.name = :name AND f.made_on = :made_on AND f.made_on_latest = :made_on_latest
  AND f.deadline IS :deadline AND f.struck IS NULL
ORDER BY f.id
"""

SOURCES_OF = """
SELECT c.forecast_id AS id, s.name AS name FROM citation c
JOIN source s ON s.id = c.source_id
WHERE c.counted > 0 AND c.forecast_id BETWEEN :first AND :last
ORDER BY c.forecast_id, c.counted, c.id
"""

TAGS_OF = """
SELECT forecast_id AS id, tag AS name FROM tag
WHERE forecast_id BETWEEN :first AND :last ORDER BY forecast_id, tag
"""

OVERDUE = """
SELECT id FROM forecast
WHERE state = 'pending' AND deadline <= :latest
ORDER BY deadline, id
"""

# Parts and conditions with a day of their own, which may pass before the forecast's deadline: a
# day that was named, or one that follows from the known day of another question.
OWN_DAYS = """
SELECT p.forecast_id AS id FROM part p
JOIN forecast f ON f.id = p.forecast_id
JOIN question q ON q.id = p.question_id
WHERE p.until <= :latest AND q.final = 0
  AND f.verdict = 'pending' AND f.state IN ('pending', 'undated')
UNION
SELECT p.forecast_id FROM part p
JOIN forecast f ON f.id = p.forecast_id
JOIN question q ON q.id = p.question_id
JOIN question u ON u.id = p.until_question
WHERE p.until_question IS NOT NULL AND u.final = 1 AND q.final = 0
  AND f.verdict = 'pending' AND f.state IN ('pending', 'undated')
"""

PARTS = """
SELECT p.*, q.text, q.kind, q.criteria, q.judge FROM part p
JOIN question q ON q.id = p.question_id
WHERE p.forecast_id = :id ORDER BY p.n
"""

QUESTION = "SELECT * FROM question WHERE id = :id"

# Texts are held against `folded` ones; the connection brings that function.
QUESTIONS_WITH_TEXT = """
SELECT id FROM question WHERE folded(text) = :text AND merged_into IS NULL ORDER BY id
"""

QUESTIONS = """
SELECT * FROM question
WHERE :search IS NULL OR INSTR(folded(text), :search)
ORDER BY id
"""

FORECASTS_ON = """
SELECT DISTINCT forecast_id AS id FROM part WHERE question_id = :id ORDER BY forecast_id
"""

FORECASTS_ON_ALL = """
SELECT DISTINCT question_id AS question, forecast_id AS id FROM part
ORDER BY question_id, forecast_id
"""

CITATIONS = """
SELECT c.*, s.name AS source, a.title, a.url, a.published FROM citation c
JOIN source s ON s.id = c.source_id
JOIN article a ON a.id = c.article_id
WHERE c.forecast_id = :id ORDER BY c.id
"""

REVISIONS = "SELECT * FROM revision WHERE forecast_id = :id ORDER BY made_on_latest, made_on, n"

REVISED_BY = """
WITH RECURSIVE before (id) AS (
    SELECT :other UNION
    SELECT l.other_id FROM before b JOIN link l ON l.forecast_id = b.id AND l.kind = 'revises'
)
SELECT 1 FROM before WHERE id = :id
"""

RULINGS = """
SELECT r.*, e.recorded_at FROM ruling r JOIN entry e ON e.seq = r.entry
WHERE r.question_id = :id ORDER BY r.id
"""

EVIDENCE = "SELECT * FROM evidence WHERE ruling_id = :id ORDER BY n"

LINKS = """
SELECT l.kind AS kind, f.id AS id, f.claim AS claim FROM link l
JOIN forecast f ON f.id = l.other_id WHERE l.forecast_id = :id
UNION ALL
SELECT CASE l.kind WHEN 'revises' THEN 'revised by' ELSE 'countered by' END, f.id, f.claim
FROM link l JOIN forecast f ON f.id = l.forecast_id WHERE l.other_id = :id
"""

TOUCHED = """
SELECT forecast_id AS id FROM part WHERE question_id = :id
UNION SELECT forecast_id FROM part WHERE after_question = :id
UNION SELECT forecast_id FROM part WHERE until_question = :id
ORDER BY id
"""

ENTRIES = "SELECT * FROM entry ORDER BY seq"

ENTRIES_OF = """
SELECT * FROM entry WHERE seq = (SELECT entry FROM forecast WHERE id = :id)
UNION
SELECT * FROM entry WHERE kind <> 'forecast' AND about = 'f' || :id
UNION
SELECT * FROM entry WHERE kind <> 'forecast' AND about IN
  (SELECT 'q' || question_id FROM part WHERE forecast_id = :id
   UNION SELECT 'q' || q.id FROM part p JOIN question q ON q.merged_into = p.question_id
   WHERE p.forecast_id = :id)
ORDER BY seq
"""

FORECASTERS = """
SELECT p.*, o.name AS same_as_name,
  (SELECT COUNT(*) FROM forecast f WHERE f.forecaster_id = p.id AND f.state <> 'struck')
  AS forecasts
FROM forecaster p LEFT JOIN forecaster o ON o.id = p.same_as ORDER BY p.name
"""

_IN_ARTICLE = """
JOIN article a ON a.id = x.article_id
JOIN source s ON s.id = a.source_id
WHERE s.name = :source AND a.title = :title AND a.url = :url AND a.published = :published
"""

QUOTES_IN = f"""
SELECT x.quote, x.forecast_id, f.claim FROM citation x
JOIN forecast f ON f.id = x.forecast_id {_IN_ARTICLE}"""  # noqa: S608

COMPARABLE = """
SELECT f.id, f.claim, f.deadline, f.negated, p.name, COALESCE(f.role, p.role) AS role, p.kind
FROM forecast f JOIN forecaster p ON p.id = f.forecaster_id
WHERE f.state <> 'struck'
  AND (f.deadline BETWEEN :first AND :last OR (:undated AND f.deadline IS NULL))
ORDER BY f.id
"""

REJECTED_IN = f"SELECT x.sentence FROM rejected x {_IN_ARTICLE}"  # noqa: S608

READING_OF = f"SELECT x.found FROM reading x {_IN_ARTICLE}"  # noqa: S608

COVERAGE = """
WITH read AS (
  SELECT s.name AS source, a.title, a.url, a.published, r.found,
    (SELECT COUNT(*) FROM citation c WHERE c.article_id = a.id) AS recorded,
    (SELECT COUNT(*) FROM rejected x WHERE x.article_id = a.id) AS rejected
  FROM reading r
  JOIN article a ON a.id = r.article_id
  JOIN source s ON s.id = a.source_id
  WHERE :source IS NULL OR s.id = :source)
SELECT *, MAX(0, found - recorded - rejected) AS "left" FROM read ORDER BY source, published, title
"""

SOURCES = "SELECT id, name FROM source ORDER BY name"


def rows(con: sqlite3.Connection, sql: str, **values: Any) -> Iterator[Row]:
    """Yield the rows of a query as dictionaries; a parameter left out is NULL."""
    cursor = con.execute(sql, _Values(values))
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


class _Values(dict[str, Any]):
    """Parameters of a query; what is not given is NULL."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        super().__init__(values)

    def __missing__(self, key: str) -> None:
        return None
