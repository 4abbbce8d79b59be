-- Reports that come by themselves: what people chose for themselves (the rest follows from their roles), and which report went to whom, so that each goes once.
CREATE TABLE report_subscriptions (
  person {key} NOT NULL,
  kind   {key} NOT NULL,
  wanted INTEGER NOT NULL,
  -- Minute of the day in the organisation's zone; null = the usual time.
  minute INTEGER,
  PRIMARY KEY (person, kind)
);

CREATE TABLE report_sendings (
  person {key} NOT NULL,
  kind   {key} NOT NULL,
  day    {key} NOT NULL,
  PRIMARY KEY (person, kind, day)
);
