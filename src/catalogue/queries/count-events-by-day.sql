-- How many events begin on each day of a period, those withdrawn left out.
-- Parameters: first_day, last_day. Columns: day, n.
-- Those withdrawn are few: the join begins with them.
WITH gone (day, n) AS (
  SELECT e.date_first, count (*) FROM record AS r CROSS JOIN event AS e ON e.id = r.id
  WHERE r.withdrawn
  GROUP BY e.date_first)
SELECT d.day, d.n - coalesce (g.n, 0) AS n
FROM event_day AS d LEFT JOIN gone AS g ON g.day = d.day
WHERE d.day BETWEEN :first_day AND :last_day
ORDER BY d.day DESC
