-- What came in, one lane per conversation. The lane row says when its first waiting item is due and who is working on it.
CREATE TABLE inbox_lanes (
  lane        {key} PRIMARY KEY,
  next_at     BIGINT,
  lease_owner TEXT,
  lease_until BIGINT
);
CREATE INDEX inbox_lanes_due ON inbox_lanes (next_at) WHERE next_at IS NOT NULL;

CREATE TABLE inbox (
  id            {identity},
  lane          {key} NOT NULL,
  same_activity {key} NOT NULL UNIQUE,
  type          TEXT NOT NULL,
  activity      TEXT NOT NULL,
  caller        TEXT,
  state         TEXT NOT NULL DEFAULT 'pending',
  attempts      INTEGER NOT NULL DEFAULT 0,
  next_at       BIGINT NOT NULL,
  received_at   BIGINT NOT NULL,
  done_at       BIGINT,
  answer_status INTEGER,
  answer_body   TEXT,
  error         TEXT
);
CREATE INDEX inbox_pending ON inbox (lane, id) WHERE state = 'pending';
CREATE INDEX inbox_done ON inbox (done_at) WHERE done_at IS NOT NULL;

-- What goes out, one lane per conversation, or per person as long as no conversation with them is known.
CREATE TABLE outbox_lanes (
  lane        {key} PRIMARY KEY,
  next_at     BIGINT,
  lease_owner TEXT,
  lease_until BIGINT
);
CREATE INDEX outbox_lanes_due ON outbox_lanes (next_at) WHERE next_at IS NOT NULL;

CREATE TABLE outbox (
  id          {identity},
  lane        {key} NOT NULL,
  kind        TEXT NOT NULL,
  payload     TEXT NOT NULL,
  message_key {key},
  target_id   TEXT,
  service_url TEXT,
  state       TEXT NOT NULL DEFAULT 'pending',
  attempts    INTEGER NOT NULL DEFAULT 0,
  next_at     BIGINT NOT NULL,
  created_at  BIGINT NOT NULL,
  done_at     BIGINT,
  error       TEXT
);
CREATE INDEX outbox_pending ON outbox (lane, id) WHERE state = 'pending';
CREATE INDEX outbox_dead ON outbox (id) WHERE state = 'dead';
CREATE INDEX outbox_done ON outbox (done_at) WHERE done_at IS NOT NULL;

-- Where a message that may be replaced later stands. An empty activity_id: the channel gave none, it cannot be replaced.
CREATE TABLE sent_messages (
  lane            {key} NOT NULL,
  message_key     {key} NOT NULL,
  conversation_id TEXT NOT NULL,
  activity_id     TEXT NOT NULL,
  sent_at         BIGINT NOT NULL,
  PRIMARY KEY (lane, message_key)
);

-- Where people can be reached. The two person columns are the lanes of messages that wait for this person.
CREATE TABLE conversation_references (
  lane        {key} NOT NULL,
  person      {key} NOT NULL,
  directory   {key},
  personal    BOOLEAN NOT NULL,
  active      BOOLEAN NOT NULL,
  reference   TEXT NOT NULL,
  updated_at  BIGINT NOT NULL,
  PRIMARY KEY (lane, person)
);
CREATE INDEX conversation_references_person ON conversation_references (person);
CREATE INDEX conversation_references_directory ON conversation_references (directory) WHERE directory IS NOT NULL;

-- Where a conversation stands between two turns.
CREATE TABLE dialog_states (
  conversation_key {key} PRIMARY KEY,
  state            TEXT NOT NULL,
  version          BIGINT NOT NULL,
  updated_at       BIGINT NOT NULL
);
