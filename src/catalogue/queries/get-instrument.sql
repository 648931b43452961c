-- One instrument.
-- Parameters: id. Columns: those of instrument_row.
SELECT * FROM instrument_row WHERE id = :id
