-- What figures are counted from, summed up by day (unit d) and by calendar month (unit m, day = the first of it), so that a question costs the same whatever the number of complaints.
-- Kept in the transaction that changes the tables it follows from; made anew when the definition of the figures changes.
-- later = a second day that some sums are cut by, else empty. bin = for lengths of time the five minutes or the hour they fall in, by month and department only, else 0.
CREATE TABLE figure_sums (
  series         TEXT NOT NULL,
  unit           TEXT NOT NULL,
  day            TEXT NOT NULL,
  later          TEXT NOT NULL,
  department     TEXT NOT NULL,
  category       TEXT NOT NULL,
  severity       INTEGER NOT NULL,
  customer_level TEXT NOT NULL,
  about_staff    TEXT NOT NULL,
  bin            BIGINT NOT NULL,
  n              BIGINT NOT NULL,
  d              BIGINT NOT NULL,
  a              BIGINT NOT NULL,
  PRIMARY KEY (series, unit, day, later, department, category, severity, customer_level, about_staff, bin)
);
-- The definition that figure_sums was made by; one row.
CREATE TABLE figure_sums_made (
  definition TEXT NOT NULL
);
ALTER TABLE complaints ADD COLUMN first_response_day TEXT;
CREATE INDEX complaints_first_response_day ON complaints (first_response_day);
-- Lists in their orders, and what is few whatever the size: the open ones.
DROP INDEX complaints_open_due;
DROP INDEX complaints_department;
DROP INDEX complaints_category;
CREATE INDEX complaints_department_received ON complaints (department, received_at, ticket);
CREATE INDEX complaints_newest ON complaints (received_at, ticket);
CREATE INDEX complaints_severity ON complaints (severity, received_at, ticket);
CREATE INDEX complaints_owner_day ON complaints (owner, department, received_day);
CREATE INDEX complaints_open_pressing ON complaints (next_due, ticket, kind, state, department, owner, about_staff) WHERE is_open = 1;
CREATE INDEX complaints_open_owner ON complaints (owner, next_due, ticket, kind, state, about_staff) WHERE is_open = 1;
CREATE INDEX complaints_open_unresolved ON complaints (resolve_due_day, resolve_due, kind, state, department, category, severity, customer_level, owner, about_staff, hold_reason) WHERE is_open = 1 AND resolve_met IS NULL;
-- A median is looked up among the complaints of its hour.
CREATE INDEX complaints_resolution_time ON complaints (substr(closed_day, 1, 7), resolve_wall_seconds);
CREATE INDEX complaints_first_response_time ON complaints (substr(first_response_day, 1, 7), ((first_response_at - received_at) / 10000000));
CREATE INDEX complaint_rectifications_waiting ON complaint_rectifications (due_day) WHERE in_time IS NULL;
