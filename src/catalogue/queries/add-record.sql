-- Adds a record that has no fields yet.
-- Parameters: id, NULL for the next one; uuid, kind, now; created, NULL for now. No
-- columns.
INSERT INTO record (id, uuid, kind, created, changed)
VALUES (:id, :uuid, :kind, coalesce (:created, :now), :now)
