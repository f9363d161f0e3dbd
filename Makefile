# Everything runs inside .venv, which the first target makes; a package index is all it needs.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
SAMPLE := predictions.db.sample

.PHONY: demo test help lint types contracts tests coverage bench sample docs clean

demo: .venv/installed  ## what is due, and scorecards, of the sample book
	$(BIN)/ledger --db $(SAMPLE) due
	$(BIN)/ledger --db $(SAMPLE) scorecard --per forecaster
	$(BIN)/ledger --db $(SAMPLE) scorecard --per source

test: lint types tests  ## everything that must be green

help:  ## this list
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 12

lint: .venv/installed-test  ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/installed-test  ## mypy
	$(BIN)/mypy

contracts: .venv/installed-test  ## which folder imports which, said at length; the tests ask it too
	$(BIN)/lint-imports

tests: .venv/installed-test  ## all tests, those that take times by themselves
	$(BIN)/python -m pytest -m alone
	$(BIN)/python -m pytest -m "not alone" -n 2

coverage: .venv/installed-test  ## of the core, which must stay above 95 %: some minutes
	$(BIN)/coverage run --source ledger/core -m pytest tests/core
	$(BIN)/coverage report --fail-under 95

bench: .venv/installed-bench  ## ratios of runs made side by side
	$(BIN)/python benchmarks/start_up.py
	$(BIN)/python benchmarks/import_export.py
	$(BIN)/python benchmarks/scorecard.py
	$(BIN)/python benchmarks/calibration.py
	$(BIN)/python benchmarks/deadlines.py
	$(BIN)/python benchmarks/extraction.py
	$(BIN)/python benchmarks/evidence.py

sample: .venv/installed  ## rebuild the sample book from its source
	$(BIN)/python sample/build.py

docs: .venv/installed-test  ## rewrite what is generated, and the output of console blocks
	$(BIN)/python -m ledger.store.ddl sql > schema.new && mv schema.new ledger/store/schema.sql
	$(BIN)/python -m ledger.store.ddl docs > docs/schema.md
	$(BIN)/python -m ledger.cli.manual > docs/commands.md
	LEDGER_REWRITE_TRANSCRIPTS=1 $(BIN)/python -m pytest tests/test_transcripts.py -k "prints or page"
	LEDGER_REWRITE_DOCS=1 $(BIN)/python -m pytest tests/core/deadlines/test_deadlines_page.py -k page
	LEDGER_REWRITE_DOCS=1 $(BIN)/python -m pytest tests/test_docs.py -k console

clean:  ## remove what was made, the virtual environment too
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/made:
	$(PYTHON) -m venv .venv
	touch $@

.venv/installed: .venv/made pyproject.toml
	$(PIP) install --editable .
	touch $@

.venv/installed-test: .venv/made pyproject.toml
	$(PIP) install --editable ".[test]"
	touch $@ .venv/installed

.venv/installed-bench: .venv/made pyproject.toml
	$(PIP) install --editable ".[bench]"
	touch $@ .venv/installed
