-- The same (count-unread-of-feeds.sql) of all feeds of each folder.
-- No parameters. Columns: feed (0), folder, n.
SELECT 0 AS feed, e.folder, count (*) AS n
FROM document AS t INDEXED BY document_list_index JOIN feed AS e ON e.id = t.feed
WHERE t.read IS NULL AND e.folder IS NOT NULL AND NOT t.archived
  AND t.id NOT IN (SELECT id FROM record WHERE withdrawn)
  AND NOT EXISTS (
    SELECT 1 FROM document_group AS g JOIN document AS f ON f.id = g.first JOIN feed AS o ON o.id = f.feed
    WHERE g.document = t.id AND o.folder = e.folder)
GROUP BY e.folder
