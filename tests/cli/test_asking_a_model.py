"""`extract --llm MODEL`: the same candidates, pointed at by a model of one's choice.

The model is registered through the plugin interface of the `llm` library itself.
"""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.terminal import ledger

TEXT = "Prices will fall by the end of June, Ann Orr said.\n"
SAID = {"sentence": TEXT.strip(), "forecaster": "Ann Orr", "kind": "person", "claim": "Prices fall",
        "phrase": "will", "deadline_phrase": "by the end of June"}  # fmt: skip
MADE_UP = {**SAID, "sentence": "Prices will double, Ann Orr said."}


@pytest.fixture(autouse=True)
def article(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LEDGER_DB", raising=False)
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path))
    Path("news.txt").write_text(TEXT, encoding="utf-8")


@pytest.fixture
def canned():
    llm = pytest.importorskip("llm")
    plugins = pytest.importorskip("llm.plugins")
    plugins.load_plugins()

    class Canned(llm.Model):
        model_id = "canned-for-the-command-line"
        can_stream = False

        def execute(self, prompt, stream, response, conversation):
            yield json.dumps({"forecasts": [SAID, MADE_UP]})

    class Plugin:
        @llm.hookimpl
        def register_models(self, register):
            register(Canned())

    plugin = Plugin()
    plugins.pm.register(plugin)
    yield Canned.model_id
    plugins.pm.unregister(plugin)


def extract(*args):
    return ledger(
        "--today", "2021-06-01", "extract", "news.txt", "--published", "2021-05-10", *args
    )


def test_the_model_points_and_the_rules_read_the_day(canned):
    done = extract("--llm", canned, "--json")
    found = [json.loads(line) for line in done.out.splitlines()]
    assert [(f["forecaster"], f["deadline"]) for f in found] == [("Ann Orr", "2021-06-30")]


def test_a_sentence_that_is_not_in_the_article_is_dropped_with_a_warning(canned):
    done = extract("--llm", canned, "--source", "Daily Post", "--add")
    assert "dropped, not in the article" in done.err
    assert done.out.endswith("1 recorded, 0 cited\n")


def test_a_model_that_is_not_installed_is_named(canned):
    done = extract("--llm", "no-such-model")
    assert done.code == 3
    assert "llm models" in done.err


def test_without_the_library_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "llm", None)
    done = extract("--llm", "any")
    assert (done.code, done.out) == (7, "")
    assert "pip install 'prediction-ledger[llm]'" in done.err
