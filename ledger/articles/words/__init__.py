"""Closed tables of words that the rules are built from: verbs, nouns, pieces of patterns.

`verbs` are those of saying, believing and predicting; `announcing`, `outlooks` and `framing` say
the same with more words ("gave a guarantee that"); `nouns` are titles, roles and groups;
`calendar_words` and `patterns` are pieces of which patterns are made. Nothing here looks at a text.
"""
