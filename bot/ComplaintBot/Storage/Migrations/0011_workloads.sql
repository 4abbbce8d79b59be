-- What everybody carries now, without a look at what is over.
CREATE INDEX complaints_load ON complaints (owner, assigned_at) WHERE is_open = 1;
CREATE INDEX complaints_assigned ON complaints (assigned_at, owner);
