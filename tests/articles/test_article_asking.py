"""A model only points at sentences and phrases; the days are read by our rules.

The models here are registered through the plugin interface of the `llm` library itself.
"""

import datetime as dt
import json
import sys

import pytest

from ledger.articles import Article, ask_model
from ledger.errors import InputError, MissingExtraError, NotFoundError

TEXT = (
    'The bank met on Monday.\n\n"Prices will fall\nby the end of June," Ann Orr said.'
    " There is a 70% chance of a cut."
)
ARTICLE = Article(text=TEXT, name="rates", published=dt.date(2021, 5, 10))
GOOD = {
    "sentence": '"Prices will fall by the end of June," Ann Orr said.',
    "forecaster": "Ann Orr",
    "role": None,
    "kind": "person",
    "claim": "Prices fall",
    "phrase": "will",
    "deadline_phrase": "the end of June",
    "deadline": "1999-01-01",
    "condition": None,
    "polarity": "affirmative",
}


@pytest.fixture
def answering(monkeypatch, tmp_path):
    """Register a model that gives the answer it is told to give."""
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path))
    llm = pytest.importorskip("llm")
    plugins = pytest.importorskip("llm.plugins")
    plugins.load_plugins()
    answers = {}

    class Canned(llm.Model):
        model_id = "canned"
        can_stream = False

        def execute(self, prompt, stream, response, conversation):
            if answers["text"] is None:
                raise RuntimeError("out of order")
            answers["prompt"] = prompt
            yield answers["text"]

    class Plugin:
        @llm.hookimpl
        def register_models(self, register):
            register(Canned())

    plugin = Plugin()
    plugins.pm.register(plugin, name="canned-plugin")

    def _answer(text):
        answers["text"] = text
        return answers

    yield _answer
    plugins.pm.unregister(name="canned-plugin")


def test_a_sentence_of_the_article_becomes_a_candidate_with_our_reading(answering):
    answering(json.dumps({"forecasts": [GOOD]}))
    (one,), warnings = ask_model(ARTICLE, "canned")
    assert warnings == ()
    assert TEXT[one.start : one.end] == one.sentence
    assert (one.forecaster, one.kind, one.phrase) == ("Ann Orr", "person", "will")
    assert one.reading is not None
    assert one.reading.deadline == dt.date(2021, 6, 30)


def test_the_article_is_what_the_model_is_asked_about(answering):
    answers = answering('{"forecasts": []}')
    assert ask_model(ARTICLE, "canned") == ((), ())
    assert answers["prompt"].prompt == TEXT
    assert "Never write a date" in answers["prompt"].system


def test_a_sentence_that_is_not_verbatim_is_dropped_with_a_warning(answering):
    answering(json.dumps([{**GOOD, "sentence": "Prices will surely fall."}]))
    found, (warning,) = ask_model(ARTICLE, "canned")
    assert found == ()
    assert "not in the article" in warning


def test_a_deadline_phrase_from_elsewhere_is_ignored_with_a_warning(answering):
    answering(json.dumps([{**GOOD, "deadline_phrase": "by Christmas"}]))
    (one,), (warning,) = ask_model(ARTICLE, "canned")
    assert one.deadline_phrase is None
    assert "not in its sentence" in warning


def test_prose_around_the_json_is_no_obstacle_and_nobody_is_the_narrator(answering):
    item = {"sentence": "There is a 70% chance of a cut.", "forecaster": None}
    answering(f"Here you are:\n```json\n{json.dumps([item, 'x'])}\n```")
    (one,), _ = ask_model(ARTICLE, "canned")
    assert (one.forecaster, one.kind, one.probability) == (None, "narrator", "0.7")


@pytest.mark.parametrize("answer", ["", "I found none.", '{"other": 1}', "[1, 2"])
def test_an_answer_that_is_no_json_is_refused(answering, answer):
    answering(answer)
    with pytest.raises(InputError, match="did not answer in JSON"):
        ask_model(ARTICLE, "canned")


def test_a_model_that_fails_is_reported_in_one_line(answering):
    answering(None)
    with pytest.raises(InputError, match="model canned failed: out of order"):
        ask_model(ARTICLE, "canned")


def test_an_unknown_model_is_not_found(answering):
    answering("[]")
    with pytest.raises(NotFoundError, match="llm models"):
        ask_model(ARTICLE, "no-such-model")


def test_without_the_library_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "llm", None)
    with pytest.raises(MissingExtraError, match=r"prediction-ledger\[llm\]"):
        ask_model(ARTICLE, "canned")
