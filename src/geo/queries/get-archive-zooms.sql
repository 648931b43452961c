-- The zooms that an MBTiles file has tiles of, by the index of its tiles.
-- Columns: min_zoom, max_zoom; null when there is no tile.
SELECT
  (SELECT zoom_level FROM tiles ORDER BY zoom_level LIMIT 1) AS min_zoom,
  (SELECT zoom_level FROM tiles ORDER BY zoom_level DESC LIMIT 1) AS max_zoom
