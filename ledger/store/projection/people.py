"""Forecasters, sources and articles: one number for each name."""

from functools import lru_cache
from typing import Any

from ledger.store.codec import Doc
from ledger.store.rows import Rows

_SOURCE = "SELECT id FROM source WHERE name = :name"
_ARTICLE = """
SELECT id FROM article
WHERE source_id = :source_id AND title = :title AND url = :url AND published = :published
"""


class People:
    """Finds the number of a name, or gives it one."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.forecaster_id = lru_cache(maxsize=10_000)(self._forecaster_id)
        self.source_id = lru_cache(maxsize=10_000)(self._source_id)
        self.article_id = lru_cache(maxsize=10_000)(self._article_id)
        self._roles: dict[int, str] = {}  # the latest role, where it is not in the table yet
        self._added: set[str] = set()  # their rows may still be on their way

    def forecaster(self, doc: Doc) -> tuple[int, int]:
        """Return who is scored (after same_as) and who said it; the latest role is kept."""
        return self.heard(doc["name"], doc.get("kind"), doc.get("role"))

    def heard(self, name: str, kind: str | None, role: str | None) -> tuple[int, int]:
        """Return the same for a forecaster given field by field."""
        scored, said_by = self.forecaster_id(name, kind)
        if role:
            self._roles[said_by] = role
        return scored, said_by

    def flushed(self) -> None:
        """Bring the latest roles into the table, which now holds every name."""
        self.rows.con.executemany(
            "UPDATE forecaster SET role = :role WHERE id = :id",
            [{"id": number, "role": role} for number, role in self._roles.items()],
        )
        self._roles.clear()
        self._added.clear()

    def article(self, citation: Doc) -> tuple[int, int]:
        """Return the numbers of a citation's article and source."""
        source = self.source_id(citation["source"])
        same = (citation.get("title") or "", citation.get("url") or "",
                citation.get("published") or "")  # fmt: skip
        return self.article_id(source, *same), source

    def forget(self) -> None:
        """Look names up again: what they point to has changed."""
        self.forecaster_id.cache_clear()

    def _forecaster_id(self, name: str, kind: str | None) -> tuple[int, int]:
        read = self.rows.query if name in self._added else self.rows.stored
        found = read("SELECT id, same_as FROM forecaster WHERE name = :name", {"name": name})
        if found:
            number, other = found[0]
            return (other or number), number
        number = self.rows.next_id("forecaster")
        self.rows.insert("forecaster", {"id": number, "name": name, "kind": kind or "person"})
        self._added.add(name)
        return number, number

    def _source_id(self, name: str) -> int:
        return self._number("source", _SOURCE, {"name": name})

    def _article_id(self, source: int, title: str, url: str, published: str) -> int:
        same = {"source_id": source, "title": title, "url": url, "published": published}
        return self._number("article", _ARTICLE, same)

    def _number(self, table: str, sql: str, same: dict[str, Any]) -> int:
        found = self.rows.stored(sql, same)
        if found:
            return int(found[0][0])
        number = self.rows.next_id(table)
        self.rows.insert(table, {"id": number, **same})
        return number
