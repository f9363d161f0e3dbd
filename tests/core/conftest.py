"""Property tests take the time they take: a busy machine is no failure."""

from hypothesis import settings

settings.register_profile("ledger", deadline=None)
settings.load_profile("ledger")
