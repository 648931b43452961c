-- Empties a list before it is stored anew.
-- Parameters: owner. No columns.
DELETE FROM event_place WHERE owner = :owner
