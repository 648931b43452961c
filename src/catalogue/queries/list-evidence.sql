-- What a record rests on: supporting extracts first, newest document first.
-- Parameters: record. Columns: those of evidence_row.
SELECT * FROM evidence_row
WHERE record_id = :record
ORDER BY stance = 'supports' DESC, date_first DESC NULLS LAST, start
