-- How many reminders a person got on a day, and those that wait for their digest because there were more than anybody can follow.
CREATE TABLE reminder_counts (
  person {key} NOT NULL,
  day    TEXT NOT NULL,
  sent   INTEGER NOT NULL,
  PRIMARY KEY (person, day)
);
CREATE TABLE reminder_digests (
  person   {key} NOT NULL,
  ticket   {key} NOT NULL,
  deadline {key} NOT NULL,
  at       BIGINT NOT NULL,
  PRIMARY KEY (person, ticket, deadline)
);
CREATE INDEX complaints_waiting ON complaints (received_at) WHERE owner IS NULL AND is_open = 1;
