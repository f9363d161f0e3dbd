"""What only looks like a forecast: words that must not stand beside a sign of the future.

`guards`, `pretenders` and `retellings` are tables of the same kind (`guarding` says what a guard
is); `manuals` tells a text that instructs from news.
"""
