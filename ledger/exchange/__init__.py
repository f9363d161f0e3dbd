"""Formats of files that go in and out."""

FORMATS = ("ndjson", "csv")
