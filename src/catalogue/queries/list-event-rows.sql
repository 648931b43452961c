-- When and where all events were, and what a map tells of them: a row for each of
-- their places, one for an event without any; those withdrawn left out.
-- Columns: id, type, subtype, date_first, date_last, is_qualified (the date has "~",
-- "?" or "%"), fatalities (the highest figure), is_unsourced, latitude, longitude,
-- precision (that of the event; else that of the place, or what its kind leaves
-- open).
-- The whole table is read in its order: by an index each row would be looked up.
SELECT
  t.id, t.type, t.subtype, t.date_first, t.date_last,
  t.date GLOB '*[~?%]*' AS is_qualified,
  coalesce (t.fatalities_high, t.fatalities_low, 0) AS fatalities,
  NOT EXISTS (SELECT 1 FROM evidence WHERE record = t.id) AS is_unsourced,
  p.latitude, p.longitude,
  coalesce (i.precision, p.precision, CASE
    WHEN p.kind IN ('region', 'country') THEN p.kind
    WHEN p.kind IN ('area', 'district', 'river', 'lake', 'forest') THEN 'area'
  END) AS precision
FROM event AS t NOT INDEXED
LEFT JOIN event_place AS i ON i.owner = t.id
LEFT JOIN place AS p ON p.id = i.place
WHERE t.id NOT IN (SELECT id FROM record WHERE withdrawn)
ORDER BY t.id
