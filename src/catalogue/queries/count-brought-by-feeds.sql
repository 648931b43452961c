-- What each feed has brought since a time: how many documents came, and how many
-- others changed. What the user changed is not of the feed.
-- Parameters: since. Columns: feed, added, updated.
SELECT d.feed, sum (b.came) AS added, sum (NOT b.came) AS updated
FROM (
  SELECT e.record, max (e.before IS NULL) AS came
  FROM history AS h CROSS JOIN history_entry AS e ON e.history = h.id
  WHERE h.time >= :since AND h.label IS NULL AND e.kind = 'document'
  GROUP BY e.record
) AS b
JOIN document AS d ON d.id = b.record
WHERE d.feed IS NOT NULL
GROUP BY d.feed
