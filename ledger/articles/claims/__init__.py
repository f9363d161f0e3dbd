"""What is foretold: the words of a claim without speaker, day, odds and condition.

`clauses` cuts a sentence where one forecast ends and the next begins; `wording` words the claim
with the help of the others, each of which takes one thing out or turns one thing round.
"""
