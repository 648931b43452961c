-- Documents that wait to be read for names, the newest first.
-- Parameters: limit. Columns: id.
SELECT document AS id FROM mention_pending ORDER BY document DESC LIMIT :limit
