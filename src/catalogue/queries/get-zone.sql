-- One zone.
-- Parameters: id. Columns: those of zone_row.
SELECT * FROM zone_row WHERE id = :id
