-- What each feed has brought since a time: how many documents and events came, and how
-- many others changed. What the user changed is not of the feed. The lines of data that
-- events rest on are a text as well, with neither address nor entry: of those the events
-- are counted, of all others the text.
-- Parameters: since. Columns: feed, added, updated, events_added, events_updated.
WITH brought AS (
  SELECT e.kind, e.record, max (e.before IS NULL) AS came
  FROM history AS h CROSS JOIN history_entry AS e ON e.history = h.id
  WHERE h.time >= :since AND h.label IS NULL AND e.kind IN ('document', 'event')
  GROUP BY e.record
)
SELECT feed, sum (is_text AND came) AS added, sum (is_text AND NOT came) AS updated,
  sum (NOT is_text AND came) AS events_added, sum (NOT is_text AND NOT came) AS events_updated
FROM (
  SELECT d.feed, TRUE AS is_text, b.record, b.came
  FROM brought AS b CROSS JOIN document AS d ON d.id = b.record
  WHERE b.kind = 'document' AND (d.url IS NOT NULL OR d.entry IS NOT NULL)
  UNION
  SELECT d.feed, FALSE, b.record, b.came
  FROM brought AS b CROSS JOIN evidence AS v ON v.record = b.record CROSS JOIN extract AS x ON x.id = v.extract
    CROSS JOIN document AS d ON d.id = x.document
  WHERE b.kind = 'event' AND d.url IS NULL AND d.entry IS NULL
)
WHERE feed IS NOT NULL
GROUP BY feed
