-- What is overdue counted by the day it fell due, and the open ones in their orders.
ALTER TABLE complaints ADD COLUMN next_due_day TEXT;
CREATE INDEX complaints_open_today ON complaints (next_due_day, next_due, kind, state, department, category, severity, customer_level, owner, about_staff) WHERE is_open = 1;
DROP INDEX complaints_open_received;
CREATE INDEX complaints_open_department ON complaints (department, next_due, ticket) WHERE is_open = 1;
-- Lists by the day and the instant received, so that a period is a stretch of the index that is in the list's order.
DROP INDEX complaints_newest;
DROP INDEX complaints_severity;
DROP INDEX complaints_department_received;
CREATE INDEX complaints_newest ON complaints (received_day, received_at, ticket);
CREATE INDEX complaints_severity ON complaints (severity, received_day, received_at, ticket);
CREATE INDEX complaints_department_received ON complaints (department, received_day, received_at, ticket);
CREATE INDEX complaints_category_day ON complaints (category, received_day, received_at, ticket);
CREATE INDEX complaints_open_newest ON complaints (received_at, ticket) WHERE is_open = 1;
-- With all that is asked of the complaints of an hour.
DROP INDEX complaints_resolution_time;
DROP INDEX complaints_first_response_time;
CREATE INDEX complaints_resolution_time ON complaints (substr(closed_day, 1, 7), resolve_wall_seconds, department, kind, state, owner, about_staff, closed_day);
CREATE INDEX complaints_first_response_time ON complaints (substr(first_response_day, 1, 7), ((first_response_at - received_at) / 10000000), department, kind, state, owner, about_staff, first_response_day, first_response_at, received_at);
