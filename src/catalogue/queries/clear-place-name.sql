-- Empties a list before it is stored anew.
-- Parameters: owner. No columns.
DELETE FROM place_name WHERE owner = :owner
