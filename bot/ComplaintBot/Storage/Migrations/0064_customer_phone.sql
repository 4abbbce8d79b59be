-- Staff look complaints up by the customer's phone number: digits alone, one writing for all (PhoneDigits).
ALTER TABLE complaints ADD COLUMN customer_phone TEXT;
CREATE INDEX complaints_customer_phone ON complaints (customer_phone) WHERE customer_phone IS NOT NULL;
