-- The forms of a word that were read in texts of a language.
-- Parameters: language, stem, limit. Columns: word.
SELECT word FROM search_form WHERE language = :language AND stem = :stem ORDER BY length (word), word LIMIT :limit
