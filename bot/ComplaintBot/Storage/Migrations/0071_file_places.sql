-- Where the content of a file lies: NULL = in the row, else "<kind>:<name>" outside the database, and the row's content is empty.
ALTER TABLE direct_line_uploads ADD COLUMN place TEXT;
ALTER TABLE evidence_files ADD COLUMN place TEXT;

-- Contents outside the database to which no row refers: not yet, or no more. What is still here when due is deleted.
CREATE TABLE loose_files (
  place {key} PRIMARY KEY,
  due   BIGINT NOT NULL
);
CREATE INDEX loose_files_due ON loose_files (due);
