"""Until when, and said when: the time words of a sentence.

`timing` reads them as deadlines, `choosing` takes the one of a claim, `afterthoughts` that of the
next breath; `saying` finds the day of saying. The readings themselves are `core.deadlines`'.
"""
