-- One claim.
-- Parameters: id. Columns: those of claim_row.
SELECT * FROM claim_row WHERE id = :id
