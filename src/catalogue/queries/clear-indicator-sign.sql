-- Empties a list before it is stored anew.
-- Parameters: owner. No columns.
DELETE FROM indicator_sign WHERE owner = :owner
