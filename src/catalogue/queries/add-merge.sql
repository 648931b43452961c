-- Notes that a record was merged into another.
-- Parameters: kind; kept, gone, ids; gone_uuid; gone_fr, gone_en; history; now.
-- No columns.
INSERT INTO merge (kind, kept, gone, gone_uuid, gone_fr, gone_en, history, time)
VALUES (:kind, :kept, :gone, :gone_uuid, :gone_fr, :gone_en, :history, :now)
