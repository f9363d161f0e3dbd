-- Generated from ledger/store/tables.py; do not edit.

CREATE TABLE entry (
    seq INTEGER NOT NULL,
    recorded_at VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    about VARCHAR NOT NULL,
    request VARCHAR NOT NULL,
    body VARCHAR NOT NULL,
    hash VARCHAR NOT NULL,
    PRIMARY KEY (seq),
    CONSTRAINT seq_positive CHECK (seq > 0)
);

CREATE INDEX entry_about ON entry (about) WHERE kind <> 'forecast';

CREATE UNIQUE INDEX entry_request ON entry (request) WHERE request <> '';

CREATE TABLE forecaster (
    id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    role VARCHAR,
    same_as INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT kind_known CHECK (kind IN ('person', 'organisation', 'anonymous', 'crowd', 'model')),
    UNIQUE (name),
    FOREIGN KEY(same_as) REFERENCES forecaster (id)
);

CREATE TABLE source (
    id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (name)
);

CREATE TABLE article (
    id INTEGER NOT NULL,
    source_id INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    published VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(source_id) REFERENCES source (id)
);

CREATE UNIQUE INDEX article_same ON article (source_id, title, url, published);

CREATE TABLE question (
    id INTEGER NOT NULL,
    "key" VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    options VARCHAR,
    ordered INTEGER NOT NULL,
    unit VARCHAR,
    opens VARCHAR,
    criteria VARCHAR,
    judge VARCHAR,
    known VARCHAR,
    final INTEGER NOT NULL,
    annulled VARCHAR,
    public_on VARCHAR,
    merged_into INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT kind_known CHECK (kind IN ('event', 'number', 'choice')),
    FOREIGN KEY(merged_into) REFERENCES question (id)
);

CREATE UNIQUE INDEX question_key ON question ("key");

CREATE INDEX question_merged ON question (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE forecast (
    id INTEGER NOT NULL,
    "key" VARCHAR NOT NULL,
    entry INTEGER NOT NULL,
    claim VARCHAR NOT NULL,
    forecaster_id INTEGER NOT NULL,
    said_by INTEGER NOT NULL,
    role VARCHAR,
    made_on VARCHAR NOT NULL,
    made_on_latest VARCHAR NOT NULL,
    deadline VARCHAR,
    deadline_earliest VARCHAR,
    deadline_phrase VARCHAR,
    deadline_rule VARCHAR,
    deadline_note VARCHAR,
    hangs INTEGER,
    probability FLOAT,
    phrase VARCHAR,
    spread VARCHAR,
    negated INTEGER NOT NULL,
    joined VARCHAR NOT NULL,
    vague VARCHAR,
    void VARCHAR,
    retracted_on VARCHAR,
    struck VARCHAR,
    note VARCHAR,
    question_id INTEGER NOT NULL,
    verdict VARCHAR NOT NULL,
    days_late INTEGER,
    state VARCHAR NOT NULL,
    scored_probability FLOAT,
    scored_phrase VARCHAR,
    updates INTEGER NOT NULL,
    answered_on VARCHAR,
    PRIMARY KEY (id),
    CONSTRAINT verdict_known CHECK (verdict IN ('true', 'false', 'pending', 'unclear', 'void', 'answered')),
    CONSTRAINT state_known CHECK (state IN ('struck', 'vague', 'void', 'known', 'undated', 'pending', 'unclear', 'answered', 'true', 'false')),
    CONSTRAINT joined_known CHECK (joined IN ('all', 'any')),
    CONSTRAINT probability_is_one CHECK (probability BETWEEN 0 AND 1),
    CONSTRAINT made_in_order CHECK (made_on <= made_on_latest),
    CONSTRAINT deadline_in_order CHECK (deadline_earliest <= deadline),
    FOREIGN KEY(entry) REFERENCES entry (seq),
    FOREIGN KEY(forecaster_id) REFERENCES forecaster (id),
    FOREIGN KEY(said_by) REFERENCES forecaster (id),
    FOREIGN KEY(question_id) REFERENCES question (id)
);

CREATE INDEX forecast_due ON forecast (deadline) WHERE state = 'pending';

CREATE UNIQUE INDEX forecast_key ON forecast ("key");

CREATE INDEX forecast_out_of_step ON forecast (question_id) WHERE question_id <> id;

CREATE INDEX forecast_retracted ON forecast (forecaster_id, state, scored_probability) WHERE retracted_on IS NOT NULL;

CREATE INDEX forecast_score ON forecast (forecaster_id, state, scored_probability, scored_phrase, negated, deadline, question_id, retracted_on, days_late);

CREATE INDEX forecast_settled ON forecast (deadline) WHERE state IN ('true', 'false');

CREATE INDEX forecast_spread ON forecast (id) WHERE spread IS NOT NULL;

CREATE TABLE part (
    forecast_id INTEGER NOT NULL,
    n INTEGER NOT NULL,
    question_id INTEGER NOT NULL,
    negated INTEGER NOT NULL,
    "after" VARCHAR,
    after_latest VARCHAR,
    after_question INTEGER,
    after_offset INTEGER,
    until VARCHAR,
    until_earliest VARCHAR,
    until_question INTEGER,
    until_offset INTEGER,
    interval VARCHAR,
    options VARCHAR,
    PRIMARY KEY (forecast_id, n),
    FOREIGN KEY(forecast_id) REFERENCES forecast (id),
    FOREIGN KEY(question_id) REFERENCES question (id),
    FOREIGN KEY(after_question) REFERENCES question (id),
    FOREIGN KEY(until_question) REFERENCES question (id)
);

CREATE INDEX part_after ON part (after_question) WHERE after_question IS NOT NULL;

CREATE INDEX part_own_day ON part (until, forecast_id) WHERE until IS NOT NULL;

CREATE INDEX part_question ON part (question_id);

CREATE INDEX part_several ON part (forecast_id, n) WHERE n <> 1;

CREATE INDEX part_until ON part (until_question) WHERE until_question IS NOT NULL;

CREATE TABLE revision (
    forecast_id INTEGER NOT NULL,
    n INTEGER NOT NULL,
    made_on VARCHAR NOT NULL,
    made_on_latest VARCHAR NOT NULL,
    probability FLOAT,
    phrase VARCHAR,
    spread VARCHAR,
    note VARCHAR,
    PRIMARY KEY (forecast_id, n),
    CONSTRAINT probability_is_one CHECK (probability BETWEEN 0 AND 1),
    FOREIGN KEY(forecast_id) REFERENCES forecast (id)
);

CREATE TABLE citation (
    id INTEGER NOT NULL,
    forecast_id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    quote VARCHAR,
    via VARCHAR,
    own_voice INTEGER NOT NULL,
    source_id INTEGER NOT NULL,
    counted INTEGER NOT NULL,
    state VARCHAR NOT NULL,
    scored_probability FLOAT,
    scored_phrase VARCHAR,
    question_id INTEGER NOT NULL,
    retracted_on VARCHAR,
    deadline VARCHAR,
    negated INTEGER NOT NULL,
    days_late INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY(forecast_id) REFERENCES forecast (id),
    FOREIGN KEY(article_id) REFERENCES article (id),
    FOREIGN KEY(source_id) REFERENCES source (id),
    FOREIGN KEY(question_id) REFERENCES question (id)
);

CREATE INDEX citation_forecast ON citation (forecast_id);

CREATE INDEX citation_late ON citation (source_id, days_late, own_voice, deadline) WHERE counted > 0 AND days_late IS NOT NULL AND state IN ('true', 'false');

CREATE INDEX citation_retracted ON citation (source_id, counted, own_voice, state, scored_probability) WHERE retracted_on IS NOT NULL;

CREATE INDEX citation_score ON citation (source_id, counted, own_voice, state, scored_probability, scored_phrase, negated, deadline, question_id, retracted_on);

CREATE TABLE ruling (
    id INTEGER NOT NULL,
    question_id INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    said VARCHAR NOT NULL,
    ruled_by VARCHAR,
    note VARCHAR,
    replaces INTEGER,
    replaced_by INTEGER,
    why VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(question_id) REFERENCES question (id),
    FOREIGN KEY(entry) REFERENCES entry (seq),
    FOREIGN KEY(replaces) REFERENCES ruling (id),
    FOREIGN KEY(replaced_by) REFERENCES ruling (id)
);

CREATE INDEX ruling_question ON ruling (question_id);

CREATE TABLE evidence (
    ruling_id INTEGER NOT NULL,
    n INTEGER NOT NULL,
    url VARCHAR NOT NULL,
    title VARCHAR,
    date VARCHAR,
    PRIMARY KEY (ruling_id, n),
    FOREIGN KEY(ruling_id) REFERENCES ruling (id)
);

CREATE TABLE link (
    forecast_id INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    other_id INTEGER NOT NULL,
    PRIMARY KEY (forecast_id, kind, other_id),
    CONSTRAINT kind_known CHECK (kind IN ('revises', 'counters')),
    FOREIGN KEY(forecast_id) REFERENCES forecast (id),
    FOREIGN KEY(other_id) REFERENCES forecast (id)
);

CREATE INDEX link_other ON link (other_id);

CREATE TABLE tag (
    forecast_id INTEGER NOT NULL,
    tag VARCHAR NOT NULL,
    PRIMARY KEY (forecast_id, tag),
    FOREIGN KEY(forecast_id) REFERENCES forecast (id)
);

CREATE INDEX tag_tag ON tag (tag);

CREATE TABLE rejected (
    id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    sentence VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(article_id) REFERENCES article (id)
);

CREATE TABLE reading (
    article_id INTEGER NOT NULL,
    found INTEGER NOT NULL,
    PRIMARY KEY (article_id),
    FOREIGN KEY(article_id) REFERENCES article (id)
);

CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER entry_is_new BEFORE INSERT ON entry
WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM entry)
  OR (NEW.request <> '' AND EXISTS (SELECT 1 FROM entry WHERE request = NEW.request))
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
