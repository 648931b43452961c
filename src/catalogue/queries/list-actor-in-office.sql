-- The ids of the actors that could hold an office on a day, last taken first.
-- Parameters: as in SbQuery; what is NULL does not restrict. first_day and
-- last_day are always given, wide open when there is no period.
-- Columns: id.
-- Apart from list-actor.sql so that it goes by the offices, which are few.
SELECT t.owner AS id FROM actor_role AS t
WHERE (t.since_first IS NULL OR t.since_first <= :as_of)
  -- An open beginning reaches a year back (sb-certainty.h).
  AND (t.since_first IS NULL OR t.since_first > -1073741824 OR t.since_last - 365 <= :as_of)
  AND (t.until_last IS NULL OR t.until_last >= :as_of)
  -- An unknown end, 2007/, reaches a year on; an open one, 2007/.., for ever.
  AND (t.until_last IS NULL OR t.until_last < 1073741823 OR t.until NOT LIKE '%/' OR t.until_first + 365 >= :as_of)
  AND (:actor IS NULL OR :actor IN (t.owner, t.body))
  AND :place IS NULL
  AND (:dossier IS NULL OR EXISTS (SELECT 1 FROM member WHERE dossier = :dossier AND record = t.owner))
  AND (:withdrawn OR NOT EXISTS (SELECT 1 FROM record INDEXED BY record_withdrawn_index WHERE withdrawn AND id = t.owner))
GROUP BY t.owner
ORDER BY max (t.since_first) DESC NULLS LAST, t.owner DESC
LIMIT :limit OFFSET :offset
