-- Which regions events and restrictions lie in: the region that a place is part of,
-- or else the district, or else the place itself.
-- Columns: record, lane (a place); a pair may come more than once.
-- A place that is part of itself, by however many others, is followed a few steps.
WITH RECURSIVE chain (place, at, kind, parent, depth) AS (
  SELECT id, id, kind, parent, 0 FROM place
  WHERE id IN (SELECT place FROM event_place UNION SELECT place FROM restriction_place)
  UNION ALL
  SELECT c.place, p.id, p.kind, p.parent, c.depth + 1
  FROM chain AS c JOIN place AS p ON p.id = c.parent
  WHERE coalesce (c.kind, '') NOT IN ('region', 'country') AND c.depth < 8
),
region (place, lane) AS MATERIALIZED (
  SELECT place, coalesce (max (CASE WHEN kind = 'region' THEN at END), max (CASE WHEN kind = 'district' THEN at END), place)
  FROM chain GROUP BY place
)
SELECT e.owner AS record, r.lane FROM event_place AS e JOIN region AS r ON r.place = e.place
UNION ALL SELECT e.owner, r.lane FROM restriction_place AS e JOIN region AS r ON r.place = e.place
