"""Official scales: tables that an organisation told its analysts to use.

The ends of each band are those the organisation states; words that share a band are separated
by |. Gaps between bands, and bands inside bands, are the organisation's own.
"""

from collections.abc import Mapping

from ledger.core.lexicons.model import Lexicon, Term, stated_band


def _terms(bands: Mapping[str, tuple[float, float]]) -> dict[str, Term]:
    return {
        words: stated_band(words, *ends)
        for together, ends in bands.items()
        for words in together.split("|")
    }


OFFICIAL_SCALES = (
    Lexicon(
        name="icd203",
        title="US ODNI ICD 203, 2 Jan 2015 (technical amendment 21 Dec 2022), D.6.e(2)(a)",
        version="2015, amended 2022-12-21",
        kind="official scale",
        licence="US Government work, public domain",
        terms=_terms(
            {
                "almost no chance|remote": (0.01, 0.05),
                "very unlikely|highly improbable": (0.05, 0.2),
                "unlikely|improbable": (0.2, 0.45),
                "roughly even chance|roughly even odds": (0.45, 0.55),
                "likely|probable|probably": (0.55, 0.8),
                "very likely|highly probable": (0.8, 0.95),
                "almost certain|almost certainly|nearly certain": (0.95, 0.99),
            }
        ),
    ),
    Lexicon(
        name="phia",
        title="UK PHIA Probability Yardstick (Cabinet Office, 24 Mar 2025; MoD 17 Feb 2023)",
        version="2025-03-24",
        kind="official scale",
        licence="Open Government Licence v3",
        note="gaps between bands are deliberate; no term for 50%",
        terms=_terms(
            {
                "remote chance": (0, 0.05),
                "highly unlikely": (0.1, 0.2),
                "unlikely": (0.25, 0.35),
                "realistic possibility": (0.4, 0.5),
                "likely|probable": (0.55, 0.75),
                "highly likely": (0.8, 0.9),
                "almost certain": (0.95, 1),
            }
        ),
    ),
    Lexicon(
        name="nato",
        title="NATO intelligence doctrine yardstick",
        version="edition not stated",
        kind="official scale",
        licence="not stated; the numbers are cited",
        terms=_terms(
            {
                "highly likely": (0.9, 1),
                "likely": (0.6, 0.9),
                "even chance": (0.4, 0.6),
                "unlikely": (0.1, 0.4),
                "highly unlikely": (0, 0.1),
            }
        ),
    ),
    Lexicon(
        name="ipcc",
        title="IPCC AR5 guidance note (Mastrandrea et al. 2010) Table 1 + AR4 terms",
        version="AR5, 2010",
        kind="official scale",
        licence="not stated; the numbers are cited",
        note="nested bands; report the narrowest that holds",
        terms=_terms(
            {
                "virtually certain": (0.99, 1),
                "extremely likely": (0.95, 1),
                "very likely": (0.9, 1),
                "likely": (0.66, 1),
                "more likely than not": (0.5, 1),
                "about as likely as not": (0.33, 0.66),
                "unlikely": (0, 0.33),
                "very unlikely": (0, 0.1),
                "extremely unlikely": (0, 0.05),
                "exceptionally unlikely": (0, 0.01),
            }
        ),
    ),
    Lexicon(
        name="efsa",
        title="EFSA approximate probability scale 2019",
        version="2019",
        kind="official scale",
        licence="not stated; the numbers are cited",
        terms=_terms(
            {
                "almost certain": (0.99, 1),
                "extremely likely": (0.95, 0.99),
                "very likely": (0.9, 0.95),
                "likely": (0.66, 0.9),
                "about as likely as not": (0.33, 0.66),
                "unlikely": (0.1, 0.33),
                "very unlikely": (0.05, 0.1),
                "extremely unlikely": (0.01, 0.05),
                "almost impossible": (0, 0.01),
            }
        ),
    ),
    Lexicon(
        name="kent1964",
        title="Kent 1964, Words of Estimative Probability, Studies in Intelligence 8(4)",
        version="1964",
        kind="official scale",
        licence="US Government work",
        terms=_terms(
            {
                "certain": (1, 1),
                "almost certain": (0.87, 0.99),
                "probable": (0.63, 0.87),
                "chances about even": (0.4, 0.6),
                "probably not": (0.2, 0.4),
                "almost certainly not": (0.02, 0.12),
                "impossible": (0, 0),
            }
        ),
    ),
)
