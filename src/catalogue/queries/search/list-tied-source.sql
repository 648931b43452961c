-- The records that a source is a part of: itself; its documents; their extracts;
-- what rests on these.
-- Parameters: record. Columns: id.
WITH published (id) AS (
  SELECT id FROM document WHERE source = :record),
passage (id) AS (
  SELECT x.id FROM published AS p JOIN extract AS x ON x.document = p.id)
SELECT :record AS id
UNION SELECT id FROM published
UNION SELECT id FROM passage
UNION SELECT e.record FROM passage AS p JOIN record_extract AS e ON e.extract = p.id
