"""Small records to render: every field has a value, and a case names what it changes."""

import datetime as dt

from ledger.core import reports

DAY = dt.date(2017, 2, 8)


def listed(**changes):
    fields = {
        "id": 1, "key": "townsend", "claim": "Mosul and Raqqa retaken within six months",
        "forecaster": "Stephen Townsend", "role": "Lt. Gen.", "sources": ("Daily Mail",),
        "made_on": DAY, "made_on_latest": DAY, "deadline": dt.date(2017, 8, 8),
        "deadline_earliest": None, "probability": None, "phrase": "believes", "negated": False,
        "question": "q1", "status": "due", "verdict": "pending", "days_late": None,
        "tags": ("war",),
    }  # fmt: skip
    return reports.Listed(**{**fields, **changes})


def waiting(days_over, criteria=None, judge=None, **changes):
    agreed = bool(criteria or judge)
    text = "Raqqa retaken"
    day = dt.date(2017, 8, 8)
    parts = (reports.WaitedFor("q2", text, criteria, judge, day),)
    return reports.Waiting(
        listed(**changes), "q2", text, criteria, judge, agreed, days_over, parts, day
    )


def part(**changes):
    fields = {
        "n": 1, "question": "q1", "text": "Mosul retaken", "kind": "event", "negated": False,
        "accepts": "by 2017-08-08", "deadline": dt.date(2017, 8, 8), "verdict": "true",
        "answer": "yes, 2017-07-10", "criteria": None, "judge": None, "sided": True,
    }  # fmt: skip
    return reports.PartShown(**{**fields, **changes})


def ruling(**changes):
    fields = {
        "id": 1, "question": "q1", "said": "on 2017-07-10", "by": None, "note": None,
        "evidence": (), "replaces": None, "replaced_by": None, "why": None,
        "recorded_at": "2018-01-31T12:00:00.000000Z",
    }  # fmt: skip
    return reports.RulingShown(**{**fields, **changes})


def shown(**changes):
    fields = {
        "forecast": listed(), "forecaster_kind": "person", "deadline_phrase": "within six months",
        "deadline_rule": None, "deadline_note": None, "retracted_in": None,
        "joined": "all", "spread": None, "vague": None, "void": None, "retracted_on": None,
        "struck": None, "note": None, "parts": (part(),), "given": None, "citations": (),
        "updates": (), "rulings": (), "links": (), "history": (),
    }  # fmt: skip
    return reports.Shown(**{**fields, **changes})


def settled(**changes):
    fields = {
        "id": 19, "claim": "Russia attacks Ukraine", "forecaster": "Analyst", "negated": False,
        "before": "open", "verdict": "true", "days_late": None, "status": "true",
    }  # fmt: skip
    return reports.Settled(**{**fields, **changes})


def resolved(*forecasts, **changes):
    fields = {
        "question": "q7", "kind": "event", "text": "Russia attacks Ukraine",
        "answer": "yes, 2022-02-24", "ruling": 3, "settled": forecasts,
    }  # fmt: skip
    return reports.Resolved(**{**fields, **changes})
