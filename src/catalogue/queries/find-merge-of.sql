-- What a record was merged into.
-- Parameters: gone, an id. Columns: kept, an id; history. No row when it was not.
SELECT kept, history FROM merge_in_force WHERE gone = :gone ORDER BY id DESC LIMIT 1
