"""The signs that a sentence looks forward, and where in the sentence they stand.

`cues`, `prospects`, `horizons` and `idioms` are tables of patterns; `odds` reads stated chances
(`chances` their numbers), `bare` the present tense, `predictions` the verbs of foretelling.
`detect` finds them all; `polarity` says whether they are denied, `conditions` on what they depend.
"""
