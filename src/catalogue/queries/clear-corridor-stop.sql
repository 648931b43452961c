-- Empties a list before it is stored anew.
-- Parameters: owner. No columns.
DELETE FROM corridor_stop WHERE owner = :owner
