-- One tile of an MBTiles file.
-- Parameters: zoom, x, y (counted from the south, as the format does), max_bytes. Columns: picture;
-- no row when it is not there, or larger.
SELECT tile_data AS picture FROM tiles
WHERE zoom_level = :zoom AND tile_column = :x AND tile_row = :y AND length(tile_data) <= :max_bytes
LIMIT 1
