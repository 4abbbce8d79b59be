-- Whose turn it is: one row a thing that waits for a person ("my work"). Rewritten with its complaint.
CREATE TABLE complaint_work (
  ticket  {key} NOT NULL,
  person  {key} NOT NULL,
  what    {key} NOT NULL,
  subject {key} NOT NULL,
  due_at  BIGINT,
  PRIMARY KEY (ticket, person, what, subject)
);
CREATE INDEX complaint_work_person ON complaint_work (person, due_at);

-- By which organisation the rows were made last: heads and members of quality change.
CREATE TABLE complaint_work_made (
  organisation TEXT NOT NULL
);
