-- The last good state of the company's directory, one row: people are known although the directory is away, and over a restart.
CREATE TABLE directory_state (
  id       INTEGER PRIMARY KEY,
  content  TEXT NOT NULL,
  saved_at BIGINT NOT NULL
);
