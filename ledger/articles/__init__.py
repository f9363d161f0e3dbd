"""Text or HTML to article to candidate forecasts.

`read_article` opens what the user named, `extract` applies the rules (pure), `ask_model` asks a
language model instead, `candidate_json` writes a candidate for other programs.

The folders are the steps, each built on those before it; `candidates` runs them on an article and
`extraction` lets the evidence decide:

* `words`: tables of verbs, nouns and pieces of patterns that all the rules share
* `texts`: a file, an address or standard input, to sentences and quotations
* `speakers`: who says what in them
* `stops`: what only looks like a forecast
* `signs`: the words that look forward
* `days`: until when, and said when
* `claims`: what is foretold, in words
* `weights`: how sure it is that this is a forecast
"""

from ledger.articles.asking import ask_model
from ledger.articles.extraction import extract
from ledger.articles.records import Article, Candidate, candidate_json
from ledger.articles.texts.reading import read_article

__all__ = ["Article", "Candidate", "ask_model", "candidate_json", "extract", "read_article"]
