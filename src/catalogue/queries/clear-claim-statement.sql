-- Empties a list before it is stored anew.
-- Parameters: owner. No columns.
DELETE FROM claim_statement WHERE owner = :owner
