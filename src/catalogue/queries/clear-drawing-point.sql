-- Empties a list before it is stored anew.
-- Parameters: owner. No columns.
DELETE FROM drawing_point WHERE owner = :owner
