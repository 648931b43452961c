-- The records that a place is a part of: itself and the places in it; what names
-- one of them; the extracts that these rest on; the documents of these extracts.
-- Parameters: record. Columns: id.
WITH RECURSIVE area (id) AS (
  SELECT :record
  UNION SELECT p.id FROM area AS a JOIN place AS p ON p.parent = a.id),
tied (id) AS (
  SELECT id FROM area
  UNION SELECT n.record FROM area AS a JOIN reference AS n ON n.target = a.id),
passage (id) AS (
  SELECT DISTINCT e.extract FROM tied AS t JOIN record_extract AS e ON e.record = t.id)
SELECT id FROM tied
UNION SELECT id FROM passage
UNION SELECT x.document FROM passage AS p JOIN extract AS x ON x.id = p.id
