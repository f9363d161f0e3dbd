"""What a guard is: words around a sign of the future that make it something else."""

import re
from dataclasses import dataclass

# The signs that are modal verbs, which mean many things besides the future.
MODALS = frozenset({"will", "may", "should", "would"})


@dataclass(frozen=True, slots=True)
class Guard:
    """Signs of these `kinds` do not count where all given patterns match (none of `unless_`)."""

    name: str
    kinds: frozenset[str]
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    inside: re.Pattern[str] | None = None
    unless_before: re.Pattern[str] | None = None
    unless_after: re.Pattern[str] | None = None

    def stops(self, kind: str, before: str, words: str, after: str) -> bool:
        """Say whether a sign of this kind, with these words around it, does not count."""
        if self.kinds and kind not in self.kinds:
            return False
        wanted = (
            self.before is None or self.before.search(before) is not None,
            self.after is None or self.after.match(after) is not None,
            self.inside is None or self.inside.match(words) is not None,
        )
        excused = (
            self.unless_before is not None and self.unless_before.search(before) is not None,
            self.unless_after is not None and self.unless_after.match(after) is not None,
        )
        return all(wanted) and not any(excused)
