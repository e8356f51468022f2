CREATE TABLE experiment (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,                           -- milliseconds since 1970, UTC
  person TEXT NOT NULL,                          -- '' if nobody said
  truth INTEGER CHECK (truth BETWEEN 0 AND 9),   -- NULL where no digit was meant
  deleted INTEGER                                -- when, in milliseconds since 1970; NULL if it is not
) STRICT;
CREATE INDEX experiment_at ON experiment (at);
CREATE INDEX experiment_person ON experiment (person);

-- Apart from what lists and figures read: pictures take a hundred times as much.
CREATE TABLE drawing (
  experiment INTEGER PRIMARY KEY REFERENCES experiment (id) ON DELETE CASCADE,
  png BLOB NOT NULL,
  strokes TEXT                                   -- NULL where there are none
) STRICT;

CREATE TABLE reading (
  experiment INTEGER NOT NULL REFERENCES experiment (id) ON DELETE CASCADE,
  model TEXT NOT NULL,
  version INTEGER NOT NULL,
  digit INTEGER NOT NULL CHECK (digit BETWEEN 0 AND 9),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  verdict TEXT NOT NULL CHECK (verdict IN ('digit', 'unsure', 'not_a_digit')),
  probabilities TEXT NOT NULL,                   -- ten numbers, a space between
  PRIMARY KEY (experiment, model, version)
) STRICT, WITHOUT ROWID;
