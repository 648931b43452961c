-- Notes that a record could not be once two were one.
-- Parameters: merge, uuid, kind. No columns.
INSERT INTO merge_dropped (merge, uuid, kind) VALUES (:merge, :uuid, :kind)
