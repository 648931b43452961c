-- What a record rests on: supporting extracts first, newest document first.
-- Parameters: record. Columns: those of evidence_row; origin_source.
SELECT
  *,
  (SELECT ref FROM source_ref WHERE id = (SELECT source FROM document WHERE id = origin ->> 'id')) AS origin_source
FROM evidence_row
WHERE record_id = :record
ORDER BY stance = 'supports' DESC, date_first DESC NULLS LAST, start
