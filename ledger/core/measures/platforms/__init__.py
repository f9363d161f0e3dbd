"""Scores as forecasting platforms print them, so that a record can be compared with its origin.

gjopen     accuracy on Good Judgment Open: daily Brier against the day's median
fatebook   the same idea with forecasts averaged within a day
metaculus  baseline and peer scores, averaged over time
"""
