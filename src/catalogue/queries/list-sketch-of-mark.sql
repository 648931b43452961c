-- The documents that have a mark, no more than a limit.
-- Parameters: mark, limit. Columns: id.
SELECT document AS id FROM sketch_mark WHERE mark = :mark LIMIT :limit
