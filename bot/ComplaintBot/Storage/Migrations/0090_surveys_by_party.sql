-- A complaint into which others were merged is asked about by each of its customers: one row each. party: '' = who filed it, else the
-- number under which another customer filed theirs.
CREATE TABLE complaint_surveys_by_party (
  ticket       {key} NOT NULL,
  n            INTEGER NOT NULL,
  party        {key} NOT NULL DEFAULT '',
  offered_day  TEXT NOT NULL,
  answered_day TEXT,
  expired      INTEGER NOT NULL,
  score        INTEGER,
  solved       TEXT,
  recommend    INTEGER,
  comment      TEXT,
  PRIMARY KEY (ticket, n, party)
);
INSERT INTO complaint_surveys_by_party (ticket, n, offered_day, answered_day, expired, score, solved, recommend, comment)
SELECT ticket, n, offered_day, answered_day, expired, score, solved, recommend, comment FROM complaint_surveys;
DROP TABLE complaint_surveys;
ALTER TABLE complaint_surveys_by_party RENAME TO complaint_surveys;
CREATE INDEX complaint_surveys_answered ON complaint_surveys (answered_day);
