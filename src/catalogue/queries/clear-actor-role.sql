-- Empties a list before it is stored anew.
-- Parameters: owner. No columns.
DELETE FROM actor_role WHERE owner = :owner
