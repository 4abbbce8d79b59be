-- Notices that wait for somebody's working hours: what would be said, replaced by a newer one of the same key.
-- release_at: when they work again.
CREATE TABLE held_notices (
  person      {key} NOT NULL,
  message_key {key} NOT NULL,
  ticket      {key} NOT NULL,
  payload     TEXT NOT NULL,
  release_at  BIGINT NOT NULL,
  PRIMARY KEY (person, message_key)
);
CREATE INDEX held_notices_release ON held_notices (release_at);

-- The digest of a day stays one card: what it told stays known until the day is over.
ALTER TABLE reminder_digests ADD COLUMN sent_at BIGINT;
