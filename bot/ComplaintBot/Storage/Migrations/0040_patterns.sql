-- The same problem again, and many at once: what complaints are compared by (letters only, both scripts alike), and which ones are still to be looked at.
ALTER TABLE complaints ADD COLUMN product_key TEXT;
ALTER TABLE complaints ADD COLUMN place_key TEXT;
ALTER TABLE complaints ADD COLUMN cause_key TEXT;
ALTER TABLE complaints ADD COLUMN burst_of TEXT;
ALTER TABLE complaints ADD COLUMN pattern_at BIGINT;
CREATE INDEX complaints_category_closed ON complaints (category, closed_at);
CREATE INDEX complaints_category_received ON complaints (category, received_at);
CREATE INDEX complaints_patterns ON complaints (pattern_at) WHERE pattern_at IS NOT NULL;
