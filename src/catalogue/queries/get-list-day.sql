-- The day by which a record is listed, of the kinds that are paged by it: the day
-- before all others when it has none (migrations). 0 for an extract, which is
-- listed by its id.
-- Parameters: kind, its name; id. Columns: day.
SELECT CASE r.kind
  WHEN 'event' THEN (SELECT date_first FROM event WHERE id = r.id)
  WHEN 'document' THEN (SELECT coalesce (date_first, fetched / 86400, 0) FROM document WHERE id = r.id)
  WHEN 'claim' THEN (SELECT coalesce (date_first, -1073741825) FROM claim WHERE id = r.id)
  WHEN 'zone' THEN (SELECT coalesce (since_first, -1073741825) FROM zone WHERE id = r.id)
  WHEN 'control' THEN (SELECT coalesce (since_first, -1073741825) FROM control WHERE id = r.id)
  WHEN 'relation' THEN (SELECT coalesce (since_first, -1073741825) FROM relation WHERE id = r.id)
  WHEN 'restriction' THEN (SELECT coalesce (since_first, -1073741825) FROM restriction WHERE id = r.id)
  WHEN 'figure' THEN (SELECT coalesce (date_first, -1073741825) FROM figure WHERE id = r.id)
  ELSE 0 END AS day
FROM record AS r
WHERE r.id = :id AND r.kind = :kind
