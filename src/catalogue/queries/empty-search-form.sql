-- Forgets all forms of words.
-- No parameters. No columns.
DELETE FROM search_form
