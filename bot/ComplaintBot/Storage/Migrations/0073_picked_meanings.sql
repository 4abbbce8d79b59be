-- What people meant by words that the bot was not sure of: learnt from. Digits are masked before they get here.
CREATE TABLE picked_meanings (
  id        {identity},
  said_by   {key} NOT NULL,
  role      TEXT NOT NULL,
  language  TEXT NOT NULL,
  words     TEXT NOT NULL,
  intent    TEXT NOT NULL,
  verb      TEXT,
  picked_at BIGINT NOT NULL
);
CREATE INDEX picked_meanings_by ON picked_meanings (said_by);
