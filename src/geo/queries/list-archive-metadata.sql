-- What an MBTiles file says of itself.
-- Columns: name, value.
SELECT CAST(name AS TEXT) AS name, CAST(value AS TEXT) AS value FROM metadata LIMIT 1000
