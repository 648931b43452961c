-- Empties a list before it is stored anew.
-- Parameters: owner. No columns.
DELETE FROM actor_area WHERE owner = :owner
