"""Whose words these are: who is named in an article, and who says what in each of its sentences.

`frames` finds "X said (that)", with the subject before the verb (`subjects`) or after it
(`subject_after`); `parties` reads a noun phrase as a forecaster; `discourse` remembers who was
named and `voices` resolves who speaks, sentence by sentence, quoted words included (`quoting`).
"""
