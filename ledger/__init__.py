"""A book of record for public predictions."""
