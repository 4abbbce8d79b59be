-- The trace that a row belongs to (W3C traceparent), so that whoever takes it goes on with it; null when nothing was collected.
ALTER TABLE inbox ADD COLUMN trace TEXT;
ALTER TABLE outbox ADD COLUMN trace TEXT;
