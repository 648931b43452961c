-- One feed.
-- Parameters: id. Columns: those of feed_row.
SELECT * FROM feed_row WHERE id = :id
