"""What is foretold: the words of a claim without speaker, day, odds and condition.

`clauses` cuts a sentence where one forecast ends and the next begins; `wording` words the claim.
Each of the others does one thing to its words: `ending` finds where the clause ends, `trimming` and
`shortening` leave out what only tells more, `likelihoods` and `unhedged` leave out how likely it is
called, and `fronting` turns back what a word at the front had turned.
"""
