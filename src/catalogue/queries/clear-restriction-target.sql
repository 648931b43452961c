-- Empties a list before it is stored anew.
-- Parameters: owner. No columns.
DELETE FROM restriction_target WHERE owner = :owner
