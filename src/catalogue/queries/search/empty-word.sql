-- Forget the words of the index.
-- No parameters, no columns.
DELETE FROM search_word
