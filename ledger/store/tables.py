"""The schema, stated once: the journal, and the tables that are its projection.

`schema.sql` (what a new book is made from) and `docs/schema.md` are generated from here
by `python -m ledger.store.ddl`; a test fails when they are stale. Days are ISO text,
`*_id` point to rows, booleans are 0 or 1. The program reads and writes with SQL text, so
that no command pays for the import of an ORM; these classes serve your own queries.
"""

from typing import Any

from sqlalchemy import CheckConstraint, Index, text as sql
from sqlmodel import Field, SQLModel

from ledger.core.counting import STATES


def column(comment: str, **options: Any) -> Any:
    """Return a field whose comment goes into the documentation of the schema."""
    return Field(sa_column_kwargs={"comment": comment}, **options)


def one_of(name: str, *values: str) -> CheckConstraint:
    """Return the rule that a column holds one of some words."""
    words = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{name} IN ({words})", name=f"{name}_known")


VERDICTS = ("true", "false", "pending", "unclear", "void", "answered")
CARRIED, CELL = ("source_id", "counted", "own_voice"), ("state", "scored_probability")
SCORE = (*CELL, "scored_phrase", "negated", "deadline", "question_id", "retracted_on")
LATE = ("source_id", "days_late", "own_voice", "deadline")
TRUE_OR_FALSE = "state IN ('true', 'false')"
CAME = f"counted > 0 AND days_late IS NOT NULL AND {TRUE_OR_FALSE}"
RETRACTED = "retracted_on IS NOT NULL"


class Entry(SQLModel, table=True):
    """The journal: every change ever made, append-only and hash-chained."""

    seq: int = column("place in the journal, from 1 without gaps", primary_key=True)
    recorded_at: str = column("when the program wrote it, UTC")
    kind: str = column("what was done: book, forecast, citation, update, ruling, ...")
    about: str = column("what it concerns: f12 is forecast 12, q3 question 3")
    request: str = column("kept for a key by which a write is known again; '' so far")
    body: str = column("what was said, canonical JSON")
    hash: str = column("SHA-256 over the hash before and all columns above")

    __table_args__ = (
        CheckConstraint("seq > 0", name="seq_positive"),
        Index("entry_request", "request", unique=True, sqlite_where=sql("request <> ''")),
        Index("entry_about", "about", sqlite_where=sql("kind <> 'forecast'")),
    )


class Forecaster(SQLModel, table=True):
    """Who says: a person, an organisation, a crowd, a model, or somebody unnamed."""

    id: int = column("number", primary_key=True)
    name: str = column("name, as first written", unique=True)
    kind: str = column("person, organisation, anonymous, crowd or model")
    role: str | None = column("latest role on record")
    same_as: int | None = column(
        "the forecaster that this is another name of", foreign_key="forecaster.id"
    )

    __table_args__ = (one_of("kind", "person", "organisation", "anonymous", "crowd", "model"),)


class Source(SQLModel, table=True):
    """An outlet."""

    id: int = column("number", primary_key=True)
    name: str = column("name, as first written", unique=True)


class Article(SQLModel, table=True):
    """One text of an outlet."""

    id: int = column("number", primary_key=True)
    source_id: int = column("the outlet", foreign_key="source.id")
    title: str = column("headline, or ''")
    url: str = column("address, or ''")
    published: str = column("day of publication, or ''")

    __table_args__ = (Index("article_same", "source_id", "title", "url", "published", unique=True),)


class Question(SQLModel, table=True):
    """Something that has one answer."""

    id: int = column("number (q1, q2, ...)", primary_key=True)
    key: str = column("stable name, the same in every copy")
    text: str = column("what is asked, in its positive form")
    kind: str = column("event, number or choice")
    options: str | None = column("options of a choice, JSON list")
    ordered: int = column("1 when the options have an order")
    unit: str | None = column("unit of a number")
    opens: str | None = column("first day that can answer it")
    criteria: str | None = column("what would count as an answer")
    judge: str | None = column("whose word settles it")
    known: str | None = column("what rulings left possible, JSON cuts; empty when nothing is known")
    final: int = column("1 when nothing more will be learned")
    annulled: str | None = column("why everybody's forecast on it is void")
    public_on: str | None = column("first day on which the answer could be read")
    merged_into: int | None = column("the question that took its place", foreign_key="question.id")

    __table_args__ = (
        one_of("kind", "event", "number", "choice"),
        Index("question_key", "key", unique=True),
        Index("question_merged", "merged_into", sqlite_where=sql("merged_into IS NOT NULL")),
    )


class Forecast(SQLModel, table=True):
    """Somebody's forecast, where it stands, and the number that counts: one flat row."""

    id: int = column("number", primary_key=True)
    key: str = column("stable name, the same in every copy")
    entry: int = column("the journal entry that added it", foreign_key="entry.seq")
    claim: str = column("what will happen, worded afresh")
    forecaster_id: int = column("who is scored (after same_as)", foreign_key="forecaster.id")
    said_by: int = column("who, as recorded", foreign_key="forecaster.id")
    role: str | None = column("role at the time")
    made_on: str = column("first day on which it may have been said")
    made_on_latest: str = column("last such day; the same when the day is known")
    deadline: str | None = column("last day on time, inclusive; empty: undated")
    deadline_earliest: str | None = column("earlier where the deadline is a window")
    deadline_phrase: str | None = column("the words of the deadline")
    deadline_rule: str | None = column("how they were read")
    deadline_note: str | None = column("how else they can be read")
    hangs: int | None = column("1: nobody named the deadline, another question's day gives it")
    probability: float | None = column("as first stated, 0 to 1; empty when none was given")
    phrase: str | None = column("hedge words used")
    spread: str | None = column("probabilities of options or quantiles of a number, JSON")
    negated: int = column("1: the forecast is that it does not happen")
    joined: str = column("all or any of its parts")
    vague: str | None = column("why nobody could check it")
    void: str | None = column("why this forecast alone is void")
    retracted_on: str | None = column("day it was taken back")
    struck: str | None = column("why the record was wrong")
    note: str | None = column("remarks")
    question_id: int = column("question of its first part", foreign_key="question.id")
    verdict: str = column("true, false, pending, unclear, void, or answered: no side was taken")
    days_late: int | None = column("days from deadline to event; negative is early")
    state: str = column("how it counts: verdict, or vague, known, undated, struck")
    scored_probability: float | None = column("the last probability in time")
    scored_phrase: str | None = column("the last hedge words in time")
    updates: int = column("how many later statements there are")
    answered_on: str | None = column(
        "last day on which a statement counts, if the answer came before the deadline"
    )

    __table_args__ = (
        one_of("verdict", *VERDICTS),
        one_of("state", *STATES),
        one_of("joined", "all", "any"),
        CheckConstraint("probability BETWEEN 0 AND 1", name="probability_is_one"),
        CheckConstraint("made_on <= made_on_latest", name="made_in_order"),
        CheckConstraint("deadline_earliest <= deadline", name="deadline_in_order"),
        Index("forecast_key", "key", unique=True),
        Index("forecast_score", "forecaster_id", *SCORE, "days_late"),
        Index("forecast_retracted", "forecaster_id", *CELL, sqlite_where=sql(RETRACTED)),
        Index("forecast_out_of_step", "question_id", sqlite_where=sql("question_id <> id")),
        Index("forecast_due", "deadline", sqlite_where=sql("state = 'pending'")),
        Index("forecast_settled", "deadline", sqlite_where=sql(TRUE_OR_FALSE)),
        Index("forecast_spread", "id", sqlite_where=sql("spread IS NOT NULL")),
    )


class Part(SQLModel, table=True):
    """A question and the answers to it that a forecast accepts; n = 0 is the condition."""

    forecast_id: int = column("the forecast", primary_key=True, foreign_key="forecast.id")
    n: int = column("place, from 1; 0 is the condition", primary_key=True)
    question_id: int = column("the question", foreign_key="question.id")
    negated: int = column("1: accepts every other answer")
    after: str | None = column("first day accepted")
    after_latest: str | None = column("end of the window of that day")
    after_question: int | None = column("or: another question's day", foreign_key="question.id")
    after_offset: int | None = column("plus so many days")
    until: str | None = column("its own last day, else the forecast's deadline")
    until_earliest: str | None = column("start of the window of that day")
    until_question: int | None = column("or: another question's day", foreign_key="question.id")
    until_offset: int | None = column("plus so many days")
    interval: str | None = column("numbers accepted, JSON: at_least, more_than, at_most, less_than")
    options: str | None = column("options accepted, JSON list")

    __table_args__ = (
        Index("part_question", "question_id"),
        Index("part_several", "forecast_id", "n", sqlite_where=sql("n <> 1")),
        Index("part_after", "after_question", sqlite_where=sql("after_question IS NOT NULL")),
        Index("part_until", "until_question", sqlite_where=sql("until_question IS NOT NULL")),
        Index("part_own_day", "until", "forecast_id", sqlite_where=sql("until IS NOT NULL")),
    )


class Revision(SQLModel, table=True):
    """A later probability or wording for the same claim: the series of a forecast."""

    forecast_id: int = column("the forecast", primary_key=True, foreign_key="forecast.id")
    n: int = column("place in the series, from 1", primary_key=True)
    made_on: str = column("first day on which it may have been said")
    made_on_latest: str = column("last such day")
    probability: float | None = column("as stated")
    phrase: str | None = column("hedge words used")
    spread: str | None = column("probabilities of options or quantiles, JSON")
    note: str | None = column("remarks")

    __table_args__ = (CheckConstraint("probability BETWEEN 0 AND 1", name="probability_is_one"),)


class Citation(SQLModel, table=True):
    """Where a forecast was read; with the score columns of its forecast, one flat row."""

    id: int = column("number", primary_key=True)
    forecast_id: int = column("the forecast", foreign_key="forecast.id")
    article_id: int = column("the article", foreign_key="article.id")
    quote: str | None = column("the words, as printed")
    via: str | None = column("agency or outlet it was taken from")
    own_voice: int = column("1: the outlet itself says so; 0: it carries somebody's words")
    source_id: int = column("the outlet", foreign_key="source.id")
    counted: int = column(
        "1: the first outlet that carried it, 2: another one, 0: the same one's other citations"
    )
    state: str = column("copy of forecast.state")
    scored_probability: float | None = column("copy of forecast.scored_probability")
    scored_phrase: str | None = column("copy of forecast.scored_phrase")
    question_id: int = column("copy of forecast.question_id", foreign_key="question.id")
    retracted_on: str | None = column("copy of forecast.retracted_on")
    deadline: str | None = column("copy of forecast.deadline")
    negated: int = column("copy of forecast.negated")
    days_late: int | None = column("copy of forecast.days_late")

    __table_args__ = (
        Index("citation_forecast", "forecast_id"),
        Index("citation_score", *CARRIED, *SCORE),
        Index("citation_late", *LATE, sqlite_where=sql(CAME)),
        Index("citation_retracted", *CARRIED, *CELL, sqlite_where=sql(RETRACTED)),
    )


class Ruling(SQLModel, table=True):
    """What was said about a question's answer."""

    id: int = column("number, as in --replace", primary_key=True)
    question_id: int = column("the question", foreign_key="question.id")
    entry: int = column("the journal entry", foreign_key="entry.seq")
    said: str = column("the ruling, JSON: on, not_by, never, value, low, high, option, ...")
    ruled_by: str | None = column("who ruled")
    note: str | None = column("reasons")
    replaces: int | None = column("the ruling it replaces", foreign_key="ruling.id")
    replaced_by: int | None = column("the ruling that replaced it", foreign_key="ruling.id")
    why: str | None = column("why the earlier one was wrong")

    __table_args__ = (Index("ruling_question", "question_id"),)


class Evidence(SQLModel, table=True):
    """An address that shows how an answer is known."""

    ruling_id: int = column("the ruling", primary_key=True, foreign_key="ruling.id")
    n: int = column("place, from 1", primary_key=True)
    url: str = column("address")
    title: str | None = column("headline")
    date: str | None = column("day of publication")


class Link(SQLModel, table=True):
    """A forecast that revises or contradicts another."""

    forecast_id: int = column("the forecast", primary_key=True, foreign_key="forecast.id")
    kind: str = column("revises or counters", primary_key=True)
    other_id: int = column("the other forecast", primary_key=True, foreign_key="forecast.id")

    __table_args__ = (one_of("kind", "revises", "counters"), Index("link_other", "other_id"))


class Tag(SQLModel, table=True):
    """A word that a forecast is filed under."""

    forecast_id: int = column("the forecast", primary_key=True, foreign_key="forecast.id")
    tag: str = column("the word", primary_key=True)

    __table_args__ = (Index("tag_tag", "tag"),)


class Rejected(SQLModel, table=True):
    """A statement in an article that was looked at and is no forecast for this book."""

    id: int = column("number", primary_key=True)
    article_id: int = column("the article", foreign_key="article.id")
    sentence: str = column("the statement, as printed")
    reason: str = column("why it was left out")


class Reading(SQLModel, table=True):
    """How many forward-looking statements were found in an article, when it was read."""

    article_id: int = column("the article", primary_key=True, foreign_key="article.id")
    found: int = column("statements found")
