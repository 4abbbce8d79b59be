-- A customer who wants a person, and whoever of the staff talks with them. At most one runs for a customer, and one for a member of staff.
CREATE TABLE hand_overs (
  id        {key} PRIMARY KEY,
  customer  {key} NOT NULL,
  language  TEXT NOT NULL,
  name      TEXT,
  ticket    TEXT,
  words     TEXT NOT NULL,
  asked_at  BIGINT NOT NULL,
  taken_by  {key},
  taken_at  BIGINT,
  spoken_at BIGINT NOT NULL,
  ended_at  BIGINT
);
CREATE UNIQUE INDEX hand_overs_running ON hand_overs (customer) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX hand_overs_held ON hand_overs (taken_by) WHERE ended_at IS NULL AND taken_by IS NOT NULL;

-- What both sides said, word for word, in order.
CREATE TABLE hand_over_lines (
  id        {identity},
  hand_over {key} NOT NULL,
  staff     TEXT,
  text      TEXT NOT NULL,
  said_at   BIGINT NOT NULL
);
CREATE INDEX hand_over_lines_of ON hand_over_lines (hand_over, id);
