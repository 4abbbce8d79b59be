-- Wrong follow-up codes of the last hour, by who tried and by the ticket tried.
CREATE TABLE code_tries (
  who TEXT NOT NULL,
  at  BIGINT NOT NULL);
CREATE INDEX code_tries_who ON code_tries (who, at);
