"""Reader surveys: what people said they understood, phrase by phrase.

Rows are (n, mean, 5th percentile, lower quartile, median, upper quartile, 95th percentile) of the
readers' numbers, computed from the published answers; the answers themselves are not here.
"""

from collections.abc import Mapping

from ledger.core.lexicons.model import Lexicon, Survey, Term, surveyed

_Row = tuple[int, float, float, float, float, float, float]


def _terms(rows: Mapping[str, _Row]) -> dict[str, Term]:
    return {words: surveyed(words, Survey(*row)) for words, row in rows.items()}


READER_SURVEYS = (
    Lexicon(
        name="capphrase2026",
        title="Kucharski 2026 CAPphrase, 5174 respondents, >4 SD removed as in its README",
        version="f12d355",
        kind="reader survey",
        licence="CC-BY 4.0",
        reference="doi:10.5281/zenodo.18750055; adamkucharski/CAPphrase@f12d355",
        terms=_terms(
            {
                "will happen": (5134, 0.98, 0.9, 0.99, 1.0, 1.0, 1.0),
                "almost certain": (5143, 0.942, 0.88, 0.9, 0.95, 0.98, 0.99),
                "highly likely": (5114, 0.862, 0.75, 0.8, 0.9, 0.9, 0.95),
                "very good chance": (5147, 0.795, 0.65, 0.75, 0.8, 0.85, 0.9),
                "likely": (5146, 0.729, 0.6, 0.67, 0.75, 0.8, 0.9),
                "probable": (5151, 0.717, 0.51, 0.65, 0.75, 0.8, 0.9),
                "better than even": (5119, 0.581, 0.51, 0.55, 0.6, 0.6, 0.7),
                "realistic possibility": (5174, 0.57, 0.2, 0.4, 0.6, 0.75, 0.85),
                "about even": (5131, 0.5, 0.49, 0.5, 0.5, 0.5, 0.51),
                "may happen": (5174, 0.419, 0.1, 0.3, 0.4, 0.51, 0.7),
                "might happen": (5174, 0.4, 0.1, 0.25, 0.4, 0.5, 0.66),
                "could happen": (5174, 0.397, 0.1, 0.25, 0.4, 0.5, 0.7),
                "unlikely": (5150, 0.187, 0.05, 0.1, 0.2, 0.25, 0.4),
                "improbable": (5151, 0.131, 0.01, 0.05, 0.1, 0.2, 0.33),
                "chances are slight": (5112, 0.124, 0.03, 0.05, 0.1, 0.15, 0.3),
                "little chance": (5153, 0.115, 0.02, 0.05, 0.1, 0.15, 0.25),
                "remote chance": (5104, 0.079, 0.01, 0.03, 0.05, 0.1, 0.2),
                "highly unlikely": (5078, 0.077, 0.01, 0.05, 0.05, 0.1, 0.2),
                "almost no chance": (5149, 0.036, 0.01, 0.01, 0.02, 0.05, 0.1),
            }
        ),
    ),
    Lexicon(
        name="mauboussin2018",
        title="Mauboussin & Mauboussin 2018 (HBR), raw survey, no cleaning here",
        version="6eaae61",
        kind="reader survey",
        licence="no licence file: cite numbers, do not redistribute rows",
        reference="amauboussin/probability-survey@6eaae61 probability_survey_results.csv",
        terms=_terms(
            {
                "always": (1864, 0.963, 0.85, 0.98, 1.0, 1.0, 1.0),
                "certainly": (1864, 0.926, 0.7, 0.9, 0.98, 1.0, 1.0),
                "slam dunk": (1836, 0.903, 0.5, 0.9, 0.95, 0.99, 1.0),
                "almost certainly": (1866, 0.899, 0.75, 0.9, 0.9, 0.95, 0.99),
                "almost always": (1860, 0.891, 0.75, 0.89, 0.9, 0.95, 0.99),
                "with high probability": (1864, 0.814, 0.7, 0.75, 0.8, 0.9, 0.95),
                "usually": (1861, 0.718, 0.51, 0.65, 0.75, 0.8, 0.9),
                "likely": (1859, 0.69, 0.51, 0.6, 0.7, 0.75, 0.85),
                "frequently": (1856, 0.677, 0.35, 0.6, 0.7, 0.75, 0.85),
                "probably": (1861, 0.666, 0.5, 0.6, 0.7, 0.75, 0.85),
                "often": (1859, 0.661, 0.35, 0.6, 0.7, 0.75, 0.8),
                "serious possibility": (1853, 0.619, 0.2, 0.45, 0.66, 0.8, 0.9),
                "more often than not": (1860, 0.591, 0.51, 0.55, 0.6, 0.65, 0.75),
                "real possibility": (1862, 0.538, 0.101, 0.4, 0.6, 0.7, 0.85),
                "with moderate probability": (1857, 0.495, 0.2, 0.4, 0.5, 0.6, 0.7),
                "maybe": (1863, 0.439, 0.2, 0.4, 0.5, 0.5, 0.596),
                "possibly": (1860, 0.408, 0.1, 0.25, 0.45, 0.5, 0.7),
                "might happen": (1858, 0.36, 0.05, 0.2, 0.4, 0.5, 0.6),
                "not often": (1862, 0.201, 0.05, 0.1, 0.2, 0.25, 0.35),
                "unlikely": (1861, 0.187, 0.05, 0.1, 0.2, 0.25, 0.4),
                "with low probability": (1858, 0.157, 0.05, 0.1, 0.15, 0.2, 0.3),
                "rarely": (1861, 0.111, 0.02, 0.05, 0.1, 0.15, 0.25),
                "never": (1862, 0.025, 0.0, 0.0, 0.0, 0.01, 0.08),
            }
        ),
    ),
    Lexicon(
        name="fagen2019",
        title="Fagen-Ulmschneider, Perception of Probability Words, 123 respondents",
        version="cc85869",
        kind="reader survey",
        licence="no licence file seen",
        reference="wadefagen/datasets@cc85869",
        terms=_terms(
            {
                "almost certain": (123, 0.92, 0.8, 0.9, 0.95, 0.98, 0.99),
                "highly likely": (123, 0.871, 0.7, 0.8, 0.9, 0.95, 0.99),
                "very good chance": (123, 0.805, 0.65, 0.75, 0.8, 0.9, 0.95),
                "we believe": (123, 0.751, 0.5, 0.65, 0.75, 0.85, 0.99),
                "probable": (123, 0.676, 0.455, 0.6, 0.7, 0.75, 0.9),
                "likely": (123, 0.709, 0.505, 0.65, 0.7, 0.75, 0.9),
                "probably": (123, 0.687, 0.5, 0.6, 0.7, 0.75, 0.9),
                "better than even": (123, 0.581, 0.51, 0.55, 0.6, 0.6, 0.75),
                "about even": (123, 0.507, 0.5, 0.5, 0.5, 0.5, 0.547),
                "probably not": (123, 0.247, 0.05, 0.15, 0.25, 0.3, 0.445),
                "we doubt": (123, 0.224, 0.032, 0.1, 0.2, 0.3, 0.5),
                "unlikely": (123, 0.212, 0.05, 0.1, 0.2, 0.3, 0.395),
                "improbable": (123, 0.168, 0.0, 0.05, 0.1, 0.225, 0.4),
                "little chance": (123, 0.129, 0.02, 0.05, 0.1, 0.15, 0.25),
                "chances are slight": (123, 0.144, 0.032, 0.1, 0.1, 0.2, 0.3),
                "highly unlikely": (123, 0.108, 0.01, 0.05, 0.05, 0.1, 0.3),
                "almost no chance": (123, 0.065, 0.0, 0.01, 0.02, 0.05, 0.1),
            }
        ),
    ),
    Lexicon(
        name="zonination2015",
        title="zonination perceptions, 46 Reddit respondents",
        version="5120706",
        kind="reader survey",
        licence="see its LICENSE",
        reference="zonination/perceptions@5120706",
        terms=_terms(
            {
                "almost certainly": (46, 0.926, 0.812, 0.9, 0.95, 0.978, 0.99),
                "highly likely": (46, 0.862, 0.712, 0.842, 0.9, 0.95, 0.968),
                "very good chance": (46, 0.798, 0.7, 0.75, 0.8, 0.85, 0.9),
                "probable": (46, 0.715, 0.51, 0.65, 0.7, 0.788, 0.888),
                "likely": (46, 0.72, 0.6, 0.65, 0.7, 0.75, 0.9),
                "probably": (46, 0.715, 0.52, 0.65, 0.75, 0.8, 0.888),
                "we believe": (46, 0.685, 0.5, 0.6, 0.7, 0.8, 0.9),
                "better than even": (46, 0.584, 0.51, 0.55, 0.6, 0.6, 0.772),
                "about even": (46, 0.496, 0.458, 0.5, 0.5, 0.5, 0.5),
                "we doubt": (46, 0.279, 0.05, 0.15, 0.25, 0.33, 0.6),
                "improbable": (46, 0.18, 0.01, 0.07, 0.15, 0.28, 0.49),
                "unlikely": (46, 0.199, 0.05, 0.1, 0.2, 0.288, 0.35),
                "probably not": (46, 0.295, 0.1, 0.2, 0.265, 0.388, 0.48),
                "little chance": (46, 0.16, 0.05, 0.1, 0.15, 0.2, 0.25),
                "almost no chance": (46, 0.056, 0.01, 0.01, 0.02, 0.05, 0.1),
                "highly unlikely": (46, 0.101, 0.03, 0.05, 0.05, 0.1, 0.238),
                "chances are slight": (46, 0.141, 0.05, 0.1, 0.1, 0.15, 0.3),
            }
        ),
    ),
)
