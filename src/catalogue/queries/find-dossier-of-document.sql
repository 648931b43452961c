-- The dossier that most of what rests on a passage of a document is a part of.
-- Parameters: document, an id. Columns: id. No row when there is none.
SELECT m.dossier AS id
FROM extract AS x
JOIN record_extract AS e ON e.extract = x.id
JOIN member AS m ON m.record = e.record
WHERE x.document = :document
GROUP BY m.dossier
ORDER BY count (DISTINCT m.record) DESC, m.dossier
LIMIT 1
