"""The names of months, days and seasons, as patterns for the rules to be built from."""

# Alternatives without brackets: "(?:{MONTHS}|spring)".
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
MONTH = rf"(?:{MONTHS}|Jan\.?|Feb\.?|Mar\.|Apr\.|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
SEASON = r"(?:spring|summer|autumn|winter|fall)"
