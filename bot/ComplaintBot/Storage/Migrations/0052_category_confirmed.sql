-- A person corrected the category: the understanding learns from the complaint before it is closed.
ALTER TABLE complaints ADD COLUMN category_confirmed INTEGER NOT NULL DEFAULT 0;
