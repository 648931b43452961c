-- Writes down the state of the full-text index.
-- Parameters: format, next, unmerged. No columns.
UPDATE search_state SET format = :format, next = :next, unmerged = :unmerged WHERE id = 1
