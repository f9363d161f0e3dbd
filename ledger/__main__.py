"""`python -m ledger` is the same program as `ledger`."""

from ledger.cli import main

main()
