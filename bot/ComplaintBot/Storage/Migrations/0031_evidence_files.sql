-- Files that people sent in Teams. Those of web visitors lie in direct_line_uploads.
CREATE TABLE evidence_files (
  id           {key} PRIMARY KEY,
  sent_by      {key} NOT NULL,
  name         TEXT NOT NULL,
  content_type TEXT NOT NULL,
  content      BYTEA NOT NULL,
  sha256       TEXT NOT NULL,
  received_at  BIGINT NOT NULL
);
CREATE INDEX evidence_files_sender ON evidence_files (sent_by);
