"""The measures: pure formulas over tallies, per-question sums and paired rows."""
