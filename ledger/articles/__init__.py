"""Text or HTML to article to candidate forecasts."""

from ledger.articles.candidates import extract
from ledger.articles.records import Article, Candidate, candidate_json

__all__ = ["Article", "Candidate", "candidate_json", "extract"]
