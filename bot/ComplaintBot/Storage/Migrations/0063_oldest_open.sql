-- Open complaints by age, in the order that lists have.
DROP INDEX complaints_open_newest;
CREATE INDEX complaints_open_newest ON complaints (received_day, received_at, ticket) WHERE is_open = 1;
