-- One actor.
-- Parameters: id. Columns: those of actor_row.
SELECT * FROM actor_row WHERE id = :id
