-- What a language model was used for, by the organisation's day: the budget of a day holds for all processes together, and over a restart.
CREATE TABLE model_usage (
  day    {key} NOT NULL PRIMARY KEY,
  calls  BIGINT NOT NULL,
  tokens BIGINT NOT NULL
);
