-- The ids of the controls of several places that could hold on each of several
-- days: place by place in the order given, day by day, newest first.
-- Parameters: places, the ids as JSON; days, as JSON; limit, of each place on each
-- day; actor, dossier, NULL for any; withdrawn. Columns: id.
SELECT t.id FROM json_each (:places) AS p CROSS JOIN json_each (:days) AS d CROSS JOIN control AS t
WHERE t.id IN (
  SELECT c.id FROM control AS c
  WHERE c.place = p.value
    AND coalesce (c.since_first, -1073741825) <= d.value
    -- An open beginning reaches a year back (sb-certainty.h).
    AND (c.since_first IS NULL OR c.since_first > -1073741824 OR c.since_last - 365 <= d.value)
    AND (c.until_last IS NULL OR c.until_last >= d.value)
    -- An unknown end, 2007/, reaches a year on; an open one, 2007/.., for ever.
    AND (c.until_last IS NULL OR c.until_last < 1073741823 OR c.until NOT LIKE '%/' OR c.until_first + 365 >= d.value)
    AND (:actor IS NULL OR c.holder = :actor)
    AND (:dossier IS NULL OR EXISTS (SELECT 1 FROM member WHERE dossier = :dossier AND record = c.id))
    AND (:withdrawn OR c.id NOT IN (SELECT id FROM record WHERE withdrawn))
  ORDER BY coalesce (c.since_first, -1073741825) DESC, c.id DESC
  LIMIT :limit)
ORDER BY p.key, d.key, coalesce (t.since_first, -1073741825) DESC, t.id DESC
