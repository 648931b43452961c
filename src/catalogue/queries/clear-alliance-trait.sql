-- Empties a list before it is stored anew.
-- Parameters: owner. No columns.
DELETE FROM alliance_trait WHERE owner = :owner
