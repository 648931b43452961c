-- The words of the index that begin with a word, the commonest first; 1114111 is
-- the last character there is.
-- Parameters: prefix, limit. Columns: word, met.
SELECT word, met FROM search_word
WHERE word BETWEEN :prefix AND :prefix || char (1114111)
ORDER BY met DESC, word
LIMIT :limit
