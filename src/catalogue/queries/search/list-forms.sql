-- The words of the index that are forms of one.
-- Parameters: language, stem, limit. Columns: word.
SELECT word FROM (
  SELECT word FROM search_word WHERE :language = 'fr' AND stem_fr = :stem
  UNION ALL
  SELECT word FROM search_word WHERE :language = 'en' AND stem_en = :stem)
ORDER BY length (word), word
LIMIT :limit
