-- Which rows of the index have changed since a change, and what they are now; that
-- change itself comes first, if it is still known.
-- Parameters: since. Columns: number, mark; changed, the key of the row, NULL for
-- many; those of search/list-rows.
SELECT c.number, c.mark, c.key AS changed, r.key, r.record, r.kind, r.words, r.languages, r.first_day, r.last_day
FROM search_change AS c LEFT JOIN search_row AS r ON r.key = c.key
WHERE c.number >= :since
ORDER BY c.number
