-- Empties a list before it is stored anew.
-- Parameters: owner. No columns.
DELETE FROM instrument_meeting WHERE owner = :owner
