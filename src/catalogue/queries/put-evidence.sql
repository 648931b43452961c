-- Ties a record to an extract.
-- Parameters: record, extract, stance, credibility. No columns.
INSERT INTO evidence (record, extract, stance, credibility)
VALUES (:record, :extract, :stance, :credibility)
ON CONFLICT (record, extract) DO UPDATE SET
  stance = excluded.stance,
  credibility = excluded.credibility
