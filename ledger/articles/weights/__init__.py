"""How sure it is that a stretch of a sentence is a forecast: 0 to 1.

`weighing` goes through the stretches of a sentence, with who speaks there (`speaking`), and `judge`
weighs a sign in its `context`, with `leanings`, `outcomes` and `anecdotes`; `answers` takes those
that are only a time. `evidence` weighs each sentence once more by its words, with the counted
`weights.json`.
"""
