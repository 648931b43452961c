-- The controls of a place that could hold on a day, newest first, those that begin on
-- one day in no order: so the rows come as the index has them, which all but a few
-- are told from. Withdrawn ones are among them.
-- Parameters: place; day; actor, dossier, NULL for any. Columns: id; day, on which it
-- begins.
SELECT c.id, coalesce (c.since_first, -1073741825) AS day FROM control AS c
WHERE c.place = :place
  AND coalesce (c.since_first, -1073741825) <= :day
  -- An open beginning reaches a year back (sb-certainty.h). Told by the expression of
  -- the index, as since_first itself is in the table only.
  AND (coalesce (c.since_first, -1073741825) <> -1073741824 OR c.since_last - 365 <= :day)
  AND (c.until_last IS NULL OR c.until_last >= :day)
  -- An unknown end, 2007/, reaches a year on; an open one, 2007/.., for ever.
  AND (c.until_last IS NULL OR c.until_last < 1073741823 OR c.until NOT LIKE '%/' OR c.until_first + 365 >= :day)
  AND (:actor IS NULL OR c.holder = :actor)
  AND (:dossier IS NULL OR EXISTS (SELECT 1 FROM member WHERE dossier = :dossier AND record = c.id))
ORDER BY coalesce (c.since_first, -1073741825) DESC
