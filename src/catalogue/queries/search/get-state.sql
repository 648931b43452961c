-- The state of the full-text index.
-- No parameters. Columns: format, next, unmerged; n_rows, of which n_live are
-- of a record still.
SELECT s.format, s.next, s.unmerged,
  (SELECT count (*) FROM search_row) AS n_rows,
  (SELECT count (*) FROM search_row WHERE record IS NOT NULL) AS n_live
FROM search_state AS s
WHERE s.id = 1
