"""Whole families of forecasting words, what only looks like them, denials, and several in one.

`tests/data/articles/signs` holds a sentence per line, invented: each family of words in several
domains, so that a rule for one sentence fails. All are read as of 10 May 2021.
"""

from pathlib import Path

import pytest

SIGNS = Path(__file__).resolve().parents[2] / "data" / "articles" / "signs"


def _sentences(name: str) -> list[str]:
    lines = (SIGNS / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("text", _sentences("taken.txt"))
def test_every_family_of_forecasting_words_is_a_sign(read, text):
    """Forecasts of the usual kinds of articles are found."""
    assert read(text)


@pytest.mark.parametrize("text", _sentences("left_out.txt"))
def test_what_is_worded_like_a_forecast_is_none(read, text):
    """Past hedges, commands, recipes, feelings are not forecasts."""
    assert read(text) == ()


# Polarity: an even number of denials affirms.
SIDES = [
    ('"I\'d be amazed if it opened before 2025," said Ilse Kamp.', "negative"),
    ('"I wouldn\'t be surprised if they sold it," said Ilse Kamp.', "affirmative"),
    ('"I would not rule out a second vote," said Ilse Kamp.', "affirmative"),
    ("The chances of a breakthrough this week are slim, said Ilse Kamp.", "negative"),
    ("The odds of a recession are rising.", "affirmative"),
    ("The odds are against a deal this year, diplomats say.", "negative"),
    ("Don't expect a rally before the fall.", "negative"),
    ('"There is no recovery in sight," said Ilse Kamp.', "negative"),
    ('"There\'s more pain ahead," said Ilse Kamp.', "affirmative"),
    ('"She isn\'t coming back," said Ilse Kamp.', "negative"),
    ("Hopes of a truce before winter are fading.", "negative"),
    ("A truce remains a distant prospect.", "negative"),
    ("A soft landing is far from assured.", "negative"),
    ("No way this bridge opens in 2022, said Ilse Kamp.", "negative"),
    ('"Nobody is getting a loan at 3% again," said Ilse Kamp.', "negative"),
    ('"If they cut again, we close," said Ilse Kamp.', "affirmative"),
    ("The envoy has given up on a truce this year.", "negative"),
    ("Nor will the next budget bring relief.", "negative"),
    ("He thinks it unlikely that the company survives.", "negative"),
    ("He considers a default inevitable.", "affirmative"),
    ("No trains will run until Monday.", "negative"),
]


@pytest.mark.parametrize(("text", "side"), SIDES)
def test_denials_are_told_by_their_meaning(read, text, side):
    assert [one.polarity for one in read(text)] == [side]


# Two forecasts in one sentence are two candidates.
SEVERAL = [
    ("The bank expects growth of 3% this year and 2% in 2022.", 2),
    ("The bank expects growth of 3% this year, slowing to 2% in 2022.", 2),
    ("The agency sees demand at 96m barrels this year, 98m in 2022 and 99m in 2023.", 3),
    ("The model gives the Swifts a 40% chance of the title and the Rovers a 35% chance.", 2),
    ("Kamp puts the chance of a strike at 40%, and of a lockout at 20%.", 2),
    ("Solar capacity will reach 6 GW by 2024 and 40 GW by the end of the decade.", 2),
    ("The minister said prices would fall in the autumn while rents would keep rising.", 2),
    ("She expects the Greens to win in June and does not think the coalition will last.", 2),
    ("The glut is likely to fade by autumn, so that a rise cannot be ruled out in winter.", 2),
    ("Unemployment will peak at 6% next spring and fall to 5% by the end of 2023.", 2),
    ("Tests will begin in June, followed by deliveries in 2023.", 2),
    ('"The strike will last weeks," said Kamp, "and the firm will not survive it."', 2),
    ("Kern cut its growth forecast for 2021 to 3% and for 2022 to 2%.", 2),
    ("The first phase will be complete in 2022, the second in 2025.", 2),
    ("The firm will close its plant in Oslo and move to Bergen.", 1),
    ("The firm will cut 400 jobs and its plant in Oslo.", 1),
    ("The firm said it would build and run the line until 2030.", 1),
    ("Prices will rise by 3% to 4% and no more.", 1),
    ("Levels will not peak until Thursday, the agency said, after rain fell in 36 hours.", 1),
    ("The bank sees a peak of 8% in the autumn, up from 7% in April.", 1),
]


@pytest.mark.parametrize(("text", "count"), SEVERAL)
def test_every_forecast_of_a_sentence_is_a_candidate_of_its_own(read, text, count):
    assert len(read(text)) == count
