"""What the fields of a document must be to each other; each rule is one function.

The rules know nothing of the book but what the context hands them: the day it is, and the
questions that stand already. `days` are about what was said when, `distributions` about shares
and quantiles, `questions` about parts, what they ask and what they accept, `rulings` about
answers; `shared` is what all of them need.
"""

from ledger.exchange.fields import Wrong
from ledger.exchange.rules import days, distributions, questions, rulings
from ledger.exchange.rules.questions import parts, question
from ledger.exchange.rules.shared import Doc, ImportContext

__all__ = ["ImportContext", "check", "parts", "question"]


def check(doc: Doc, context: ImportContext, wrong: Wrong) -> None:
    """Check the fields of a document against each other, the day and the questions."""
    days.check(doc, context, wrong)
    distributions.check(doc, wrong)
    asked = questions.check(doc, context, wrong)
    if not wrong:
        distributions.belong(doc, asked, wrong)
    rulings.check(doc, asked, context, wrong)
