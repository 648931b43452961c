-- Records that are not in the full-text index once, and do not wait for it either.
-- No parameters. Columns: id, detail.
SELECT r.id, printf ('%s, %d times', r.kind, (SELECT count (*) FROM search_row WHERE record = r.id)) AS detail
FROM record AS r
WHERE r.kind <> 'feed'
  AND (SELECT count (*) FROM search_row WHERE record = r.id) <> 1
  AND r.id NOT IN (SELECT record FROM search_pending)
