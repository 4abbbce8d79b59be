-- Exports that can be fetched for some minutes; the hash is of the link's secret part.
CREATE TABLE exports (
  hash    {key} PRIMARY KEY,
  name    TEXT NOT NULL,
  content BYTEA NOT NULL,
  expires BIGINT NOT NULL
);
