-- The rows of the full-text index, newest first.
-- No parameters. Columns: key, record, kind, words, languages, first_day,
-- last_day.
SELECT key, record, kind, words, languages, first_day, last_day FROM search_row ORDER BY key
