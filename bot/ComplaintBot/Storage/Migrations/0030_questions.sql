-- What questions need beside 0010: texts folded for searching (both scripts, any case), and the day a result was given.
ALTER TABLE complaints ADD COLUMN words_folded TEXT NOT NULL DEFAULT '';
ALTER TABLE complaints ADD COLUMN place_folded TEXT;
ALTER TABLE complaints ADD COLUMN resolve_ended_day TEXT;
CREATE INDEX complaints_resolve_ended ON complaints (resolve_ended_day);
CREATE INDEX complaints_first_response ON complaints (first_response_at);
