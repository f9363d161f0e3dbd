"""The file: one opener, one writer, SQL text for reading."""
