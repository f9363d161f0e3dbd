"""The command line: parse options, call one method of `Ledger`, print one format.

    registry    the commands: name, module, summary
    app         the program's own options; builds only the command that runs
    main        where the program starts
    running     runs it and turns refusals into one line and an exit code
    streams     encodings, and streams that are closed or full
    interrupts  Ctrl-C, whenever it comes
    where       which book and which day
    session     opens the book (imported by commands only: it brings the database)
    options     the option types that commands share
    commands/   one file per command; its docstring is its help

Start-up is part of the interface: nothing here imports the book, the database or tabulate
before a command that needs them runs.
"""

from ledger.cli.main import main

__all__ = ["main"]
