-- History: append-only, one row an event, chained by hash. Everything below it can be made again from here.
CREATE TABLE complaint_events (
  ticket   {key} NOT NULL,
  version  INTEGER NOT NULL,
  at       BIGINT NOT NULL,
  by_kind  TEXT NOT NULL,
  by_id    TEXT NOT NULL,
  by_name  TEXT NOT NULL,
  channel  TEXT NOT NULL,
  command  TEXT NOT NULL,
  event    TEXT NOT NULL,
  hash     TEXT NOT NULL,
  PRIMARY KEY (ticket, version)
);

-- The last number given on a day (yyyymmdd in the organisation's zone).
CREATE TABLE ticket_numbers (
  day  TEXT PRIMARY KEY,
  last INTEGER NOT NULL
);

-- How each complaint stands, for lists and figures: rewritten in the transaction that appends its events. Days are days in the organisation's zone.
CREATE TABLE complaints (
  ticket                 {key} PRIMARY KEY,
  version                INTEGER NOT NULL,
  kind                   TEXT NOT NULL,
  state                  TEXT NOT NULL,
  is_open                INTEGER NOT NULL,
  close_kind             TEXT,
  merged_into            TEXT,
  category               TEXT NOT NULL,
  department             TEXT NOT NULL,
  owner                  TEXT,
  answerable             TEXT,
  severity               INTEGER NOT NULL,
  customer               TEXT NOT NULL,
  customer_name          TEXT,
  customer_level         TEXT NOT NULL,
  language               TEXT NOT NULL,
  channel                TEXT NOT NULL,
  place                  TEXT,
  product                TEXT,
  order_number           TEXT,
  title                  TEXT NOT NULL,
  words                  TEXT NOT NULL,
  about_staff            TEXT,
  cause_class            TEXT,
  received_at            BIGINT NOT NULL,
  received_day           TEXT NOT NULL,
  assigned_at            BIGINT,
  first_response_at      BIGINT,
  first_response_due     BIGINT,
  first_response_due_day TEXT,
  first_response_met     INTEGER,
  resolve_due            BIGINT,
  resolve_due_day        TEXT,
  resolve_met            INTEGER,
  resolved_at            BIGINT,
  resolve_wall_seconds   BIGINT,
  resolve_clock_seconds  BIGINT,
  next_due               BIGINT,
  next_due_kind          TEXT,
  closed_at              BIGINT,
  closed_day             TEXT,
  ended_day              TEXT,
  hold_reason            TEXT,
  rounds                 INTEGER NOT NULL,
  reopen_count           INTEGER NOT NULL,
  escalation_level       INTEGER NOT NULL,
  emergency              INTEGER NOT NULL,
  last_score             INTEGER,
  last_solved            TEXT,
  recurrence_of          TEXT,
  -- When the bot itself has something to do; claimed by the timer worker.
  next_at                BIGINT,
  lease_until            BIGINT
);
CREATE INDEX complaints_received ON complaints (received_day, department, category, severity);
CREATE INDEX complaints_department ON complaints (department, received_day);
CREATE INDEX complaints_category ON complaints (category, received_day);
CREATE INDEX complaints_owner ON complaints (owner, is_open);
CREATE INDEX complaints_open_due ON complaints (is_open, next_due);
CREATE INDEX complaints_open_received ON complaints (is_open, received_at);
CREATE INDEX complaints_resolve_due ON complaints (resolve_due_day);
CREATE INDEX complaints_closed ON complaints (closed_day);
CREATE INDEX complaints_customer ON complaints (customer, received_at);
CREATE INDEX complaints_timers ON complaints (next_at) WHERE next_at IS NOT NULL;

-- Every customer of a complaint: whose words belong to it and who is answered.
CREATE TABLE complaint_parties (
  ticket   {key} NOT NULL,
  customer {key} NOT NULL,
  PRIMARY KEY (customer, ticket)
);

-- Promises: one row a deadline.
CREATE TABLE complaint_deadlines (
  ticket     {key} NOT NULL,
  id         {key} NOT NULL,
  kind       TEXT NOT NULL,
  person     TEXT,
  started_at BIGINT NOT NULL,
  due_at     BIGINT NOT NULL,
  due_day    TEXT NOT NULL,
  paused     INTEGER NOT NULL,
  ended_at   BIGINT,
  in_time    INTEGER,
  PRIMARY KEY (ticket, id)
);
CREATE INDEX complaint_deadlines_due ON complaint_deadlines (due_day, kind);

-- One row a close: a ticket can be closed in October, reopened, closed again in November.
CREATE TABLE complaint_closes (
  ticket       {key} NOT NULL,
  n            INTEGER NOT NULL,
  closed_at    BIGINT NOT NULL,
  closed_day   TEXT NOT NULL,
  kind         TEXT NOT NULL,
  rounds       INTEGER NOT NULL,
  in_time      INTEGER,
  reopened_at  BIGINT,
  reopened_day TEXT,
  PRIMARY KEY (ticket, n)
);
CREATE INDEX complaint_closes_day ON complaint_closes (closed_day);

-- One row an offered survey (n = the close it belongs to).
CREATE TABLE complaint_surveys (
  ticket       {key} NOT NULL,
  n            INTEGER NOT NULL,
  offered_day  TEXT NOT NULL,
  answered_day TEXT,
  expired      INTEGER NOT NULL,
  score        INTEGER,
  solved       TEXT,
  recommend    INTEGER,
  comment      TEXT,
  PRIMARY KEY (ticket, n)
);
CREATE INDEX complaint_surveys_answered ON complaint_surveys (answered_day);

-- One row an inspection and one a rectification notice.
CREATE TABLE complaint_inspections (
  ticket  {key} NOT NULL,
  version INTEGER NOT NULL,
  day     TEXT NOT NULL,
  steps   INTEGER NOT NULL,
  passed  INTEGER NOT NULL,
  PRIMARY KEY (ticket, version)
);
CREATE INDEX complaint_inspections_day ON complaint_inspections (day);

CREATE TABLE complaint_rectifications (
  ticket      {key} NOT NULL,
  number      {key} PRIMARY KEY,
  department  TEXT NOT NULL,
  state       TEXT NOT NULL,
  issued_day  TEXT NOT NULL,
  due_day     TEXT NOT NULL,
  replied_at  BIGINT,
  in_time     INTEGER,
  rejections  INTEGER NOT NULL
);
CREATE INDEX complaint_rectifications_due ON complaint_rectifications (due_day);
