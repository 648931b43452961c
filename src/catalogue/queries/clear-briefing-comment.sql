-- Empties a list before it is stored anew.
-- Parameters: owner. No columns.
DELETE FROM briefing_comment WHERE owner = :owner
