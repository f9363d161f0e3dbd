"""The words of saying, believing and predicting: closed tables from which the patterns are built.

A verb has a class: `say` reports anything, `think` reports a belief, `predict` is about the future
by itself, `commit` promises it. Only `predict` and `commit` make a forecast without other signs.
"""

from collections.abc import Iterator
from functools import cache

SAY = (
    "add admit advise allege announce argue assert assure caution claim comment concede conclude"
    " confirm contend declare emphasise emphasize explain hint indicate inform insist joke maintain"
    " mention muse note observe point_out quip recall reckon reiterate remark repeat reply report"
    " respond reveal signal speculate state stress suggest testify tweet warn calculate"
    " acknowledge agree disagree shrug scoff boast retort grumble confide venture tease volunteer"
    " opine ponder"
)
THINK = "believe consider doubt fear feel guess imagine suspect worry assume hope"
PREDICT = "anticipate expect predict project envisage envision estimate"
COMMIT = "guarantee pledge promise vow"
_IRREGULAR = {
    "say": ("say", "says", "said", "saying"),
    "tell": ("tell", "tells", "told", "telling"),
    "write": ("write", "writes", "wrote", "written", "writing"),
    "find": ("finds", "found"),
    "show": ("show", "shows", "showed", "shown"),
    "understand": ("understands",),
    "signal": ("signalled", "signalling"),
}
_IRREGULAR_THINK = {
    "think": ("think", "thinks", "thought", "thinking"),
    "know": ("know", "knows", "knew"),
    "bet": ("bet", "bets", "betting", "wager", "wagers", "wagered", "wagering"),
    "see": ("see", "sees", "saw", "seeing", "seen"),
}
_IRREGULAR_PREDICT = {
    "forecast": ("forecast", "forecasts", "forecasted", "forecasting"),
    "foresee": ("foresee", "foresees", "foresaw", "foreseeing", "foreseen"),
}
_ONLY_NOUNS = frozenset("state note comment signal stress report hint claim".split())
_IRREGULAR_COMMIT = {"swear": ("swears", "swore", "sworn")}


def _forms(verb: str) -> Iterator[str]:
    stem, _, particle = verb.partition("_")
    tail = f" {particle}" if particle else ""
    third = stem + ("es" if stem.endswith(("s", "sh", "ch", "x")) else "s")
    if stem.endswith("y") and stem[-2] not in "aeiou":
        third, past = stem[:-1] + "ies", stem[:-1] + "ied"
    elif stem == "admit":
        past = stem + "ted"
    else:
        past = stem + ("d" if stem.endswith("e") else "ed")
    irregular = {"feel": "felt"}
    past = irregular.get(stem, past)
    ing = {"admit": "admitting"}.get(stem, (stem.removesuffix("e")) + "ing")
    for form in (stem, third, past, ing):
        if form not in _ONLY_NOUNS:
            yield form + tail


@cache
def verb_classes() -> dict[str, tuple[str, str]]:
    """Map every form of a verb of saying to (lemma, class)."""
    table: dict[str, tuple[str, str]] = {}
    groups = (
        ("say", SAY, _IRREGULAR),
        ("think", THINK, _IRREGULAR_THINK),
        ("predict", PREDICT, _IRREGULAR_PREDICT),
        ("commit", COMMIT, _IRREGULAR_COMMIT),
    )
    for group, regular, irregular in groups:
        for lemma in regular.split():
            table.update(dict.fromkeys(_forms(lemma), (lemma, group)))
        for lemma, forms in irregular.items():
            table.update(dict.fromkeys(forms, (lemma, group)))
    return table


# Forms that are as often a noun: only a verb when no determiner or adjective stands before them.
NOUN_FORMS = frozenset(
    "report reports claim claims estimate estimates promise promises fear fears doubt"
    " doubts bet bets"
    " project projects forecast forecasts notes note state states comment comments hope hopes"
    " signal signals hint hints guess pledge pledges vow vows stress guarantee"
    " guarantees show shows"
    " figure figures feeling worry worries feels warning counter view finds reply say put"
    " repeat tweet betting".split()
)
# Words after which such a form is a noun.
DETERMINERS = frozenset(
    "the a an its their his her our my your this that these those some any no every"
    " each of in on by"
    " with for from to at as previous earlier latest new official growing amid over despite initial"
    " central own first last current recent original early more further public annual quarterly"
    " official media news under about and or no little similar same such bold gloomy rosy dire"
    " optimistic pessimistic".split()
)
IRREGULAR_PAST = frozenset(
    "said told made took went fell rose cut held ran won lost gave got saw came became began broke"
    " chose drew drove grew hit kept knew led left let lent meant met paid put quit read sank sold"
    " sent set shook shot shut slid spent spoke spread stood struck swept swung taught"
    " thought threw"
    " understood wrote brought bought built burned caught cost dealt fought found"
    " flew forbade froze"
    " hung laid lay sat slept stole tore wore had was were is are has have did does do".split()
)
MODALS = frozenset(
    "will would could should may might can cannot must shall won't won’t wouldn't wouldn’t couldn't"
    " couldn’t isn't isn’t aren't aren’t wasn't wasn’t doesn't doesn’t didn't didn’t".split()
)
