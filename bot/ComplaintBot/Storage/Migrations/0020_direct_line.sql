-- Conversations of web visitors. last_sequence and last_at are those of the newest log entry.
CREATE TABLE direct_line_conversations (
  id            {key} PRIMARY KEY,
  user_id       {key} NOT NULL,
  user_name     TEXT,
  self_named    BOOLEAN NOT NULL,
  locale        TEXT,
  started_at    BIGINT NOT NULL,
  last_sequence BIGINT NOT NULL DEFAULT 0,
  last_at       BIGINT NOT NULL,
  ended         BOOLEAN NOT NULL DEFAULT FALSE
);
CREATE INDEX direct_line_conversations_user ON direct_line_conversations (user_id);

-- Everything that clients see, in order. A replaced activity has a later entry with the same activity_id.
CREATE TABLE direct_line_log (
  conversation_id    {key} NOT NULL REFERENCES direct_line_conversations (id),
  sequence           BIGINT NOT NULL,
  activity_id        {key} NOT NULL,
  client_activity_id {key},
  activity           TEXT NOT NULL,
  PRIMARY KEY (conversation_id, sequence)
);
CREATE UNIQUE INDEX direct_line_log_client ON direct_line_log (conversation_id, client_activity_id) WHERE client_activity_id IS NOT NULL;

-- Files that visitors sent.
CREATE TABLE direct_line_uploads (
  id              {key} PRIMARY KEY,
  conversation_id {key} NOT NULL REFERENCES direct_line_conversations (id),
  name            TEXT NOT NULL,
  content_type    TEXT NOT NULL,
  content         BYTEA NOT NULL,
  received_at     BIGINT NOT NULL
);
CREATE INDEX direct_line_uploads_conversation ON direct_line_uploads (conversation_id);

-- One-time rights to open a stream.
CREATE TABLE direct_line_tickets (
  hash            {key} PRIMARY KEY,
  conversation_id {key} NOT NULL,
  expires         BIGINT NOT NULL,
  session_expires BIGINT NOT NULL,
  origins         TEXT NOT NULL
);
CREATE INDEX direct_line_tickets_expires ON direct_line_tickets (expires);

-- How much was used of each limit: the time at which the key is empty again.
CREATE TABLE direct_line_rates (
  key      {key} PRIMARY KEY,
  empty_at BIGINT NOT NULL
);
CREATE INDEX direct_line_rates_empty ON direct_line_rates (empty_at);

-- Server keys. The one with the highest number that is valid already signs; all of them are accepted.
CREATE TABLE direct_line_keys (
  number     INTEGER PRIMARY KEY,
  id         TEXT NOT NULL,
  material   BYTEA NOT NULL,
  valid_from BIGINT NOT NULL
);
