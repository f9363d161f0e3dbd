"""Whose words these are: who is named in an article, and who says what in each of its sentences.

`frames` finds "X said (that)", with the subject before the verb (`subjects`), after it
(`subject_after`) or before a colon (`introducing`); `parties` reads a noun phrase as a forecaster,
`joined` the "and" inside a name, `openings` what a sentence is about. `discourse` remembers who was
named, `naming` compares names, and `voices` resolves who speaks, sentence by sentence, quoted words
included (`quoting`).
"""
