-- The records that an actor is a part of: itself; what names it; the extracts
-- that these rest on; the documents of these extracts.
-- Parameters: record. Columns: id.
WITH tied (id) AS (
  SELECT :record
  UNION SELECT record FROM reference WHERE target = :record),
passage (id) AS (
  SELECT DISTINCT e.extract FROM tied AS t JOIN record_extract AS e ON e.record = t.id)
SELECT id FROM tied
UNION SELECT id FROM passage
UNION SELECT x.document FROM passage AS p JOIN extract AS x ON x.id = p.id
