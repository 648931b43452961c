-- One event.
-- Parameters: id. Columns: those of event_row.
SELECT * FROM event_row WHERE id = :id
