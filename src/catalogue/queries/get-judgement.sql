-- One judgement.
-- Parameters: id. Columns: those of judgement_row.
SELECT * FROM judgement_row WHERE id = :id
