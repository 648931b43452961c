-- One briefing.
-- Parameters: id. Columns: those of briefing_row.
SELECT * FROM briefing_row WHERE id = :id
