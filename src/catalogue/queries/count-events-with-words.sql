-- How many of the newest events up to a day have words in their titles.
-- Parameters: text, the words; last_day; sample, how many events are looked at.
-- Columns: n.
SELECT count (*) AS n FROM (
  SELECT title_fr, title_en FROM event WHERE date_first <= :last_day ORDER BY date_first DESC LIMIT :sample)
WHERE has_words (:text, title_fr, title_en)
