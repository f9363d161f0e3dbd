"""The command line: parse options, call one method of `Ledger`, print one format.

The start of the program, and its end:
    main              where the program starts
    app               the program's own options; builds only the command that runs
    registry          the commands: name, module, summary
    running           runs one and turns refusals into one line and an exit code
    interrupts        Ctrl-C, whenever it comes
    streams           encodings, and streams that are closed or full
    helping           the help of a command, from its docstring
    manual            `docs/commands.md`, from the help of all commands

Commands, and the options that several share:
    commands/         one file per command; its docstring is its help
    options           option types
    groups            options in groups: a dataclass for each
    article_options   what an article is, and reading articles
    citation_options  where a forecast was read
    forecast_options  what was forecast, by whom, by when
    ruling_options    what happened, and how it is known
    score_options     which forecasts are counted, and how they are scored

What commands work on:
    where             which book and which day
    session           opens the book (imported by commands only: it brings the database)
    default_settings  the settings of a book, or the usual ones without a book
    input_lines       the lines of a file or of the input

Questions to a person:
    asking            one question, until it is answered
    asking_forecast   a new forecast, field by field, and its doubts
    editing           a forecast before it is recorded
    reviewing         `extract --review`: the statements of articles
    taking            `extract --add`: the same without questions
    walking           `resolve` alone: what is due

Answers:
    output            the screen
    replying          what a writing command answers, in words or as JSON
    counting          a counter for work that takes a while
    pictures          files with pictures

Start-up is part of the interface: nothing here imports the book, the database or tabulate
before a command that needs them runs.
"""

from ledger.cli.main import main

__all__ = ["main"]
