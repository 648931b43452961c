-- How many documents of each feed were neither read nor put away, one of each group of
-- which the feed has the first: as many as a list of its unread documents shows.
-- No parameters. Columns: feed, folder (NULL), n.
SELECT t.feed, NULL AS folder, count (*) AS n
FROM document AS t INDEXED BY document_list_index
WHERE t.read IS NULL AND t.feed IS NOT NULL AND NOT t.archived
  AND t.id NOT IN (SELECT id FROM record WHERE withdrawn)
  AND NOT EXISTS (
    SELECT 1 FROM document_group AS g JOIN document AS f ON f.id = g.first
    WHERE g.document = t.id AND f.feed = t.feed)
GROUP BY t.feed
