-- Records that the full-text index does not show as they are. Documents whose text is
-- still to be taken out are indexed with it.
-- Parameters: limit. Columns: id; kind; first_day, last_day, NULL when it has
-- none; language, of a document or of that of an extract.
SELECT p.record AS id, r.kind,
  CASE r.kind
    WHEN 'document' THEN (SELECT coalesce (date_first, fetched / 86400) FROM document WHERE id = r.id)
    WHEN 'extract' THEN (SELECT coalesce (d.date_first, d.fetched / 86400) FROM extract AS x JOIN document AS d ON d.id = x.document WHERE x.id = r.id)
    WHEN 'event' THEN (SELECT date_first FROM event WHERE id = r.id)
    WHEN 'relation' THEN (SELECT since_first FROM relation WHERE id = r.id)
    WHEN 'alliance' THEN (SELECT since_first FROM alliance WHERE id = r.id)
    WHEN 'restriction' THEN (SELECT since_first FROM restriction WHERE id = r.id)
    WHEN 'control' THEN (SELECT since_first FROM control WHERE id = r.id)
    WHEN 'zone' THEN (SELECT since_first FROM zone WHERE id = r.id)
    WHEN 'claim' THEN (SELECT date_first FROM claim WHERE id = r.id)
    WHEN 'instrument' THEN (SELECT date_first FROM instrument WHERE id = r.id)
    WHEN 'figure' THEN (SELECT date_first FROM figure WHERE id = r.id)
    WHEN 'judgement' THEN (SELECT date_first FROM judgement WHERE id = r.id)
    WHEN 'briefing' THEN (SELECT coalesce (as_of_first, last_first) FROM briefing WHERE id = r.id)
  END AS first_day,
  -- What has begun and has no end goes on; 1073741823 is the last of all days.
  CASE r.kind
    WHEN 'document' THEN (SELECT coalesce (date_last, fetched / 86400) FROM document WHERE id = r.id)
    WHEN 'extract' THEN (SELECT coalesce (d.date_last, d.fetched / 86400) FROM extract AS x JOIN document AS d ON d.id = x.document WHERE x.id = r.id)
    WHEN 'event' THEN (SELECT date_last FROM event WHERE id = r.id)
    WHEN 'relation' THEN (SELECT iif (since_first IS NULL, NULL, coalesce (until_last, 1073741823)) FROM relation WHERE id = r.id)
    WHEN 'alliance' THEN (SELECT iif (since_first IS NULL, NULL, coalesce (until_last, 1073741823)) FROM alliance WHERE id = r.id)
    WHEN 'restriction' THEN (SELECT iif (since_first IS NULL, NULL, coalesce (until_last, 1073741823)) FROM restriction WHERE id = r.id)
    WHEN 'control' THEN (SELECT iif (since_first IS NULL, NULL, coalesce (until_last, 1073741823)) FROM control WHERE id = r.id)
    WHEN 'zone' THEN (SELECT iif (since_first IS NULL, NULL, coalesce (until_last, 1073741823)) FROM zone WHERE id = r.id)
    WHEN 'claim' THEN (SELECT date_last FROM claim WHERE id = r.id)
    WHEN 'instrument' THEN (SELECT date_last FROM instrument WHERE id = r.id)
    WHEN 'figure' THEN (SELECT date_last FROM figure WHERE id = r.id)
    WHEN 'judgement' THEN (SELECT date_last FROM judgement WHERE id = r.id)
    WHEN 'briefing' THEN (SELECT coalesce (as_of_last, last_last) FROM briefing WHERE id = r.id)
  END AS last_day,
  CASE r.kind
    WHEN 'document' THEN (SELECT language FROM document WHERE id = r.id)
    WHEN 'extract' THEN (SELECT d.language FROM extract AS x JOIN document AS d ON d.id = x.document WHERE x.id = r.id)
  END AS language
FROM search_pending AS p JOIN record AS r ON r.id = p.record
WHERE p.record NOT IN (SELECT document FROM text_pending)
ORDER BY p.record
LIMIT :limit
