"""Text or HTML to article to candidate forecasts.

`read_article` opens what the user named, `extract` applies the rules (pure), `ask_model` asks a
language model instead, `candidate_json` writes a candidate for other programs.
"""

from ledger.articles.extraction import extract
from ledger.articles.model import ask_model
from ledger.articles.reading import read_article
from ledger.articles.records import Article, Candidate, candidate_json

__all__ = ["Article", "Candidate", "ask_model", "candidate_json", "extract", "read_article"]
