"""From the candidates of articles to the book (review, citations, coverage)."""

import pytest

from ledger.book import Filter, proposing
from ledger.core import reports
from ledger.errors import InputError, PolarityError
from tests.book.articles import DAY, SENTENCE, article, candidate
from tests.book.builders import TODAY, add, d, listed, shown

SUN = article(outlet="The Sun", title="Bell: six months", published=d("2017-03-02"))


def accept(book, where, one, found=1):
    return book.accept(book.request(where, one), found, TODAY)


def states(book, where, *candidates):
    return [(p.state, p.forecast) for p in book.propose(where, candidates, TODAY)]


# What a candidate amounts to


def test_a_candidate_becomes_a_forecast_with_its_citation(book):
    accept(book, article(), candidate())
    found = shown(book)
    assert (found.forecast.forecaster, found.forecast.role) == ("Ann Bell", "General")
    assert (found.forecast.deadline, found.deadline_phrase) == (
        d("2017-09-01"), "within six months",
    )  # fmt: skip
    assert (found.forecast.phrase, found.forecast.made_on) == ("will", DAY)
    assert found.citations == (
        reports.CitationShown("Daily Post", "Alba to fall", None, DAY, SENTENCE, None, False),
    )


def test_the_outlets_own_voice_is_the_outlets_forecast(book):
    accept(book, article(), candidate(forecaster=None, role=None, kind="narrator"))
    found = shown(book)
    assert (found.forecast.forecaster, found.forecaster_kind) == ("Daily Post", "organisation")
    assert found.citations[0].own_voice


def test_a_day_of_saying_with_a_window_is_kept_and_counts(book):
    said = {"made_earliest": d("2016-12-25"), "made_latest": d("2017-01-08")}
    accept(book, article(), candidate("three more months", d("2017-01-08"), **said))
    found = listed(book)
    assert (found.made_on, found.made_on_latest) == (d("2016-12-25"), d("2017-01-08"))
    assert (found.deadline_earliest, found.deadline) == (d("2017-03-25"), d("2017-04-08"))


def test_a_candidate_without_deadline_is_undated_whatever_its_claim_says(book):
    """A claim may hold other days: "the accord of 2021" is no deadline (C14: never invent)."""
    accept(book, article(), candidate(None, claim="The accord due by 2021 will be torn up"))
    assert listed(book).deadline is None
    assert listed(book).claim == "The accord due by 2021 will be torn up"


def test_a_candidate_that_is_affirmed_but_denies_is_left_for_a_person(book):
    """A claim that may deny is asked about, also one that was extracted."""
    one = candidate(claim="Alba will not fall", polarity="affirmative")
    with pytest.raises(PolarityError, match='"not" in the claim'):
        accept(book, article(), one)


def test_words_that_read_otherwise_alone_are_kept_as_their_day(book):
    """ "That target" is a day only beside the sentence before it."""
    by = candidate("by the end of 2018").reading
    accept(book, article(), candidate(None, deadline_phrase="past that target", reading=by))
    assert listed(book).deadline == d("2018-12-31")


@pytest.mark.parametrize(
    ("changes", "field", "value"),
    [
        ({"polarity": "negative"}, "negated", True),
        ({"probability": "0.7"}, "probability", 0.7),
        ({"resolvable": "vague"}, "status", "vague"),
    ],
)
def test_side_number_and_vagueness_are_taken_over(book, changes, field, value):
    accept(book, article(), candidate(**changes))
    assert getattr(listed(book), field) == value


def test_parts_and_condition_become_questions(book):
    both = ("The army will take Alba", "The army will take Beren")
    accept(book, article(), candidate(parts=both, condition="the bridge holds"))
    found = shown(book)
    assert tuple(part.text for part in found.parts) == both
    assert found.given.text == "the bridge holds"


def test_what_a_page_says_of_itself_is_made_fit_to_keep(book):
    accept(book, article(title="Alba\n  to fall", url="javascript:alert(1)"), candidate())
    cited = shown(book).citations[0]
    assert (cited.title, cited.url) == ("Alba to fall", None)


def test_without_any_day_it_is_refused(book):
    with pytest.raises(InputError, match="--made or --published"):
        accept(book, article(published=None), candidate(day=None))


# The same forecast in another outlet


def test_six_months_in_two_newspapers_are_one_forecast_with_two_citations(book):
    """The US commander's six months, on an invented pair of articles."""
    both = "forces will retake both Alba and Beren"
    first = {"forecaster": "U.S. commander in Arland", "kind": "anonymous", "role": None,
             "claim": f"He believes U.S.-backed {both}, the rebels' stronghold"}  # fmt: skip
    accept(book, article(), candidate(**first))
    second = candidate("within the next six months", SUN.published,
                       forecaster="US commander in Arland", kind="anonymous", role=None,
                       claim=f"He believes American-backed {both}",
                       sentence="Another sentence.")  # fmt: skip
    assert states(book, SUN, second) == [("same", 1)]
    request = book.request(SUN, second)
    book.attach(1, request.citation, 1, TODAY)
    assert listed(book).sources == ("Daily Post", "The Sun")
    assert len(book.list(Filter(), TODAY)) == 1


def test_a_forecast_that_was_worded_by_hand_is_found_too(book):
    add(book, "Alba taken within six months", by="Ann Bell", made="2017-02-20")
    assert states(book, article(), candidate()) == [("same", 1)]


OTHERWISE = {
    "another speaker": {"forecaster": "Carl Dorn"},
    "another town": {"claim": "The army will take Beren"},
    "another side": {"polarity": "negative"},
    "another deadline": {"when": "within two years"},
    "no deadline": {"when": None},
    "a fixed day a month away": {"when": "by 1 October 2017"},
}


@pytest.mark.parametrize("changes", OTHERWISE.values(), ids=OTHERWISE)
def test_what_differs_in_speaker_claim_side_or_deadline_is_new(book, changes):
    accept(book, article(), candidate())
    other = candidate(**{"sentence": "Other.", "day": SUN.published, **changes})
    assert states(book, SUN, other) == [("new", None)]


def test_no_deadline_is_read_anew_where_the_book_has_nothing_close(book, monkeypatch):
    """`extract --add` holds forty candidates against the book forty times: it must stay quick."""
    add(book, "Alba taken within two years", by="Ann Bell", made="2017-02-20")
    monkeypatch.setattr(proposing, "deadlines", None)
    assert states(book, article(), candidate()) == [("new", None)]


def test_a_struck_forecast_is_not_cited_again(book):
    accept(book, article(), candidate())
    book.strike(1, "misread", TODAY)
    assert states(book, SUN, candidate(sentence="Other.", day=SUN.published)) == [("new", None)]


# Quit and resume


def test_what_was_recorded_or_rejected_is_not_asked_again(book):
    left = candidate(sentence="Left.", claim="The bridge will be mended")
    accept(book, article(), candidate(), 3)
    book.reject(book.request(article(), left).citation, "a wish", 3, TODAY)
    third = candidate(None, sentence="Third.", claim="Prices will rise")
    assert states(book, article(), candidate(), left, third) == [
        ("recorded", 1), ("rejected", None), ("new", None),
    ]  # fmt: skip


def test_two_candidates_of_one_sentence_are_decided_one_by_one(book):
    first = candidate()
    second = candidate("by the end of 2018", claim="Prices will fall by half")
    accept(book, article(), second, 2)
    assert states(book, article(), first, second) == [("new", None), ("recorded", 1)]
    book.reject(book.request(article(), first).citation, "too bold", 2, TODAY)
    assert states(book, article(), first, second) == [("rejected", None), ("recorded", 1)]


def test_a_claim_worded_anew_in_the_review_still_counts_as_recorded(book):
    book.accept(book.request(article(), candidate(claim="Something else entirely")), 1, TODAY)
    assert states(book, article(), candidate()) == [("recorded", 1)]


def test_another_article_with_the_same_sentence_is_asked_about(book):
    accept(book, article(), candidate())
    assert states(book, SUN, candidate(day=SUN.published)) == [("same", 1)]


def test_an_article_without_outlet_was_never_read_before(book):
    accept(book, article(), candidate())
    assert states(book, article(outlet=None), candidate()) == [("same", 1)]


# Coverage


def counts(book, source=None):
    return [(c.source, c.found, c.recorded, c.rejected, c.left) for c in book.coverage(source)]


def test_coverage_tells_found_recorded_rejected_and_left_per_article(book):
    accept(book, article(), candidate(), 4)
    where = book.request(article(), candidate(sentence="Left.")).citation
    book.reject(where, "a wish", 4, TODAY)
    accept(book, SUN, candidate(None, claim="Prices will rise", sentence="Other."), 2)
    assert counts(book) == [("Daily Post", 4, 1, 1, 2), ("The Sun", 2, 1, 0, 1)]
    assert counts(book, "The Sun") == [("The Sun", 2, 1, 0, 1)]


def test_more_citations_than_were_found_leave_nothing(book):
    accept(book, article(), candidate(), 0)
    assert counts(book) == [("Daily Post", 0, 1, 0, 0)]


def test_a_rejection_is_journalled_with_its_reason(book):
    book.reject(book.request(article(), candidate()).citation, "a wish", 1, TODAY)
    entry = next(one for one in book.log() if one.kind == "rejected")
    assert "a wish" in entry.summary


def test_reading_an_article_again_is_no_new_entry(book):
    accept(book, article(), candidate(), 2)
    accept(book, article(), candidate(None, claim="Prices will rise"), 2)
    assert [one.kind for one in book.log()].count("reading") == 1


@pytest.mark.parametrize("reason", ["", "  ", "two\nlines"])
def test_a_reason_is_one_line(book, reason):
    where = book.request(article(), candidate()).citation
    with pytest.raises(InputError, match="reason"):
        book.reject(where, reason, 1, TODAY)
