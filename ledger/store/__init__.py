"""The file: one opener, one writer, SQL text for reading.

The file and its schema:
    connect         the only place that opens a book
    transactions    all or nothing, and readings of one moment
    tables          the schema, stated once
    ddl             renders `schema.sql` and `docs/schema.md`
    migrations      from one version of the schema to the next

Writing:
    clock           the only source of `recorded_at`
    journal         the only writer: entries one by one
    projection/     from entries to tables
    codec           between JSON, columns and the records of the model
    rows            rows on their way into the tables
    bulk            plain forecasts by the thousand
    plain_rows      the rows of one of those
    seen            what a bulk load has added so far

A journal once more:
    replaying       works entries into an empty book
    verification    the chain, and the tables against a replay
    past            the book as it was recorded at some time

Reading:
    queries         SQL for lists and single things
    prospective     what was recorded before its answer was known
    score_queries   counting for scorecards
    score_groups    grouping and filters, as pieces of SQL
    score_cells     the cells of a tally
    score_clusters  scores by question
    score_rows      forecasts one by one
"""
