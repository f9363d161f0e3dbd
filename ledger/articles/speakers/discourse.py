"""Remember who was named so far in an article, and look up names, short names and pronouns."""

import re
from dataclasses import dataclass, field, replace

from ledger.articles.speakers.naming import names_part, same_person
from ledger.articles.speakers.parties import (
    PRONOUNS,
    Party,
    read_party,
    strip_lead,
    without_article,
    without_work,
)
from ledger.articles.words.nouns import TITLES, is_role

_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z .,'’/-]{2,40}(?:(?<=, )(?:[A-Z][a-z.]+ ?){1,3})?"
    r"(?:,? (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+\.?))?(?: ?\([^)]{2,30}\))?"
    r"|[A-Z][a-z]+\.? \d{1,2} \([^)]{2,30}\))\s*[—–-]+\s+"
)
_POSSESSIVE = re.compile(r"^(?:his|her|its|their)\s+(?=[a-z])", re.IGNORECASE)


_DOCUMENT = re.compile(
    r"^(?P<owner>.+?)(?:'s|’s|s'|s’)\s+(?:\w+[ -]){0,3}(?:outlook|forecasts?|report"
    r"|projections?|estimates?"
    r"|base case|central case|scenario|modelling|modeling|guidance"
    r"|model|models|survey|poll|study|analysis|figures|data|statement"
    r"|bulletin|review"
    r"|note|assessment)$"
)


_KNIGHTED = re.compile(r"(?:Sir|Dame)\s")  # goes with the first name: "Sir Bo"
_SHARE = re.compile(r"[\d.]+\s?(?:%|per ?cent)|(?:one|two|three|\d+) in (?:[a-z]+|\d+)$")
_COUNT = re.compile(
    r"^(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|some|a few|a number of|many)\s",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"^((?:[\w-]+ )*?[\w-]{3,})s"
    r"(?= (?:in|at|of|from|with|to|for|on|familiar|close|briefed|who)\b|$)"
)
_AGED = re.compile(r"the \d{1,3}-year-old\b")
_OTHER = re.compile(
    r"(?:(?:one|an?|the|some|two|three|several|senior|another)\s)*"
    r"(?P<head>[\w-]+?)(?:(?<=[a-rt-z])s)?(?=\s(?:at|of|in|from|for|with|on|who|familiar|close)\b|$)",
    re.IGNORECASE,
)
_ONE_OF = re.compile(r"one of (?:them|those|these)$")
_COMPANY = frozenset(
    "company firm group carrier chipmaker automaker carmaker bank retailer club".split()
)


def one_of(group: Party) -> Party:
    """Give a member of a group: of "two diplomats in Loden" a "diplomat in Loden"."""
    name = _COUNT.sub("", group.name)
    if name != group.name:
        name = _PLURAL.sub(r"\1", name)
    role = f"one of the {group.role}" if group.role else None
    return replace(group, name=name, role=role, plural=False)


@dataclass(slots=True)
class Discourse:
    """What has been named so far; the last of each list was named last."""

    proper: frozenset[str] = frozenset()  # words with a capital inside a sentence of the text
    firms: frozenset[str] = frozenset()  # names like those of people that bodies of the text have
    people: list[Party] = field(default_factory=list)
    bodies: list[Party] = field(default_factory=list)
    groups: list[Party] = field(default_factory=list)
    recent: list[Party] = field(default_factory=list)
    spoke: list[Party] = field(default_factory=list)
    speaker: Party | None = None  # of the sentence before
    subject: Party | None = None

    def resolve(self, who: str, role: str | None = None) -> Party | None:
        """Give the party that a subject as written stands for; None when nobody is found."""
        low = re.sub(r"[’'](?:d|ve|m|re|s|ll)$", "", who.strip("\"“”‘’' ").lower())
        low = re.sub(r"^both |^all ", "", low)
        if _ONE_OF.match(low) and any(p.plural for p in self.recent):
            return self._member()
        if low in PRONOUNS or not low or _AGED.match(low):  # "the 54-year-old"
            return self._pronoun(low if low in PRONOUNS or not low else "he or she")
        if low in {"all", "both", "another"}:
            return self._another() if low == "another" else self._thing("they")
        owner = _POSSESSIVE.match(without_work(strip_lead(who)))
        party = read_party(_DATELINE.sub("", who))
        if party is None or _SHARE.match(party.name):
            return None
        if owner and party.kind != "person":
            return self._owned(owner.group().strip().lower(), party)
        called = role is not None and is_role(role.split()[-1])  # "her sister, Jane Doe, said it"
        if party.kind == "person" and not (party.role or called) and party.name in self.firms:
            party = replace(party, kind="organisation")
        titled = all(word.rstrip(".") in TITLES for word in (party.role or "").split())
        if role and titled:
            party = replace(party, role=without_article(role))
        return self._known(party, who)

    def _pronoun(self, low: str) -> Party | None:
        if low in {"he", "she", "he or she"}:
            return self._person(low)
        if low in {"it", "they"}:
            return self._thing(low)
        return self._member() if low == "one" else None

    def _person(self, pronoun: str) -> Party | None:
        wrong = {"he": "f", "she": "m"}.get(pronoun, "?")
        fitting = [
            p
            for p in self.recent
            if p.gender != wrong
            and (p.kind == "person" or (p.kind == "anonymous" and not p.plural))
        ]
        if self.subject in fitting:
            return self.subject
        return fitting[-1] if fitting else None

    def _thing(self, pronoun: str) -> Party | None:
        pool = [*self.groups, *self.bodies]
        if pronoun == "it":  # "Existing drugs" is not what "it" says
            pool = [b for b in self.bodies if self._could_be_it(b)]
        spoken = self.speaker if self.speaker in pool else None
        named = self.subject is not None and (
            self.subject.name[:1].isupper() or self.subject in self.spoke
        )
        if pronoun == "it" and spoken is not None and not named:
            return spoken
        if self.subject in pool and (pronoun == "it" or self.subject.plural):
            return self.subject
        if pronoun == "it":
            return pool[-1] if pool else None
        plural = [p for p in pool if p.plural]
        return plural[-1] if plural else None

    def _could_be_it(self, party: Party) -> bool:
        common = party.name[:1].islower() and not party.plural
        one = " and " not in party.name  # "John and Mary Sykes"
        return one and (common or self.is_proper(party) or party in self.spoke)

    def is_proper(self, party: Party) -> bool:
        """Say whether a party has a name of its own: a capital that opens a sentence is none."""
        first, *others = party.name.split()
        named = first.isupper() or first in self.proper or first.strip("'’s") in self.proper
        return first[:1].isupper() and (named or any(word[:1].isupper() for word in others))

    def _member(self) -> Party | None:
        """Give "one" of the group that spoke last."""
        groups = [p for p in self.recent if p.plural]
        if not groups:
            return None
        return one_of(groups[-1])

    def _another(self) -> Party:
        """Give "another analyst" for "another" after "one analyst at Nordbank"."""
        known = [p for p in self.recent if p.kind == "anonymous"]
        head = _OTHER.match(known[-1].name) if known else None
        return Party(f"another {head['head'].lower()}" if head else "another", None, "anonymous")

    def _owned(self, pronoun: str, party: Party) -> Party:
        owner = self._person(pronoun) if pronoun in {"his", "her"} else self._thing("it")
        owner = owner or self.subject
        if owner is None:  # "his team", of somebody who was not named
            return replace(party, kind="anonymous") if party.name.islower() else party
        if owner.name == party.name:
            return owner if owner.kind == "anonymous" else party
        ending = "'" if owner.name.endswith("s") else "'s"
        name = f"{owner.name}{ending} {party.name}"
        return owner if _DOCUMENT.match(name) else replace(party, name=name)

    def _known(self, party: Party, who: str) -> Party:
        document = _DOCUMENT.match(party.name)
        if document:
            party = replace(party, name=document["owner"], kind="organisation")
        for known in reversed(self.people):
            if _KNIGHTED.match(who) and known.name.split()[0] == party.name:
                return known
            if party.kind in {"person", "organisation"} and same_person(party.name, known.name):
                if len(known.name) >= len(party.name):
                    return replace(known, role=known.role or party.role)
                return replace(party, kind="person", role=party.role or known.role)
        definite = bool(re.match(r"(?:the|this|that)\b", strip_lead(who), re.IGNORECASE))
        if definite and party.name.islower():
            return self._definite(party)
        return self._part(party)

    def _part(self, party: Party) -> Party:
        """Look up part of a name: "Li" of "Li Wei", "Voltaic" of "Voltaic Cells"."""
        if not party.name[0].isupper() or party.plural:
            return party
        body = party.kind == "organisation" and any(b.name == party.name for b in self.bodies)
        people = self.people if not body and party.kind in {"person", "organisation"} else []
        for known in reversed(people):
            first = known.name.startswith(f"{party.name} ")
            if first and not (known.role or known.gender):  # "Voltaic Cells" may be a company
                continue
            if names_part(party.name, known.name):
                return replace(known, role=known.role or party.role)
        longer = (b for b in reversed(self.bodies) if b.name.startswith(f"{party.name} "))
        return next(longer, party)

    def _definite(self, party: Party) -> Party:
        head = party.name.split()[-1]
        if is_role(head) and not party.plural:
            for known in reversed(self.people):
                if known.role and head in re.findall(r"[\w-]+", known.role.lower()):
                    return known
        if head in _COMPANY:
            named = [b for b in self.bodies if b.name[:1].isupper()]
            sure = head not in {"bank", "club", "group"}
            if named and (sure or (head == "group" and len(named) == 1)):
                return named[-1]
        for known in reversed((*self.bodies, *self.groups)):
            if known.name.split()[-1].lower() == head and len(known.name) > len(party.name):
                return known
        return party

    def remember(self, party: Party, *, subject: bool, aside: bool = False) -> None:
        """Add a party to those named; `subject` makes it what "he" or "it" means next.

        Who is named `aside` is what "he" means only where nobody else is.
        """
        if party.kind == "person":
            pool = self.people
        elif party.kind in {"anonymous", "crowd"}:
            pool = self.groups
        else:
            pool = self.bodies
        same = [p for p in pool if p.name == party.name]
        for old in same:
            pool.remove(old)
            if old.role and not party.role:
                party = replace(party, role=old.role)
            if old.gender and not party.gender:
                party = replace(party, gender=old.gender)
        self.recent = [p for p in self.recent if p.name != party.name]
        self.recent.insert(0 if aside else len(self.recent), party)
        pool.append(party)
        if subject:
            self.subject = party


def dateline_end(text: str) -> int:
    """Give the length of "LONDON (Agency) - " at the start of a text; 0 without one."""
    match = _DATELINE.match(text)
    return match.end() if match else 0


def without_dateline(text: str) -> str:
    """Drop "LONDON (Agency) - " from the start of a text."""
    return _DATELINE.sub("", text)
