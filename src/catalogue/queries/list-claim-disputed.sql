-- The ids of the claims that could be disputed on a day, newest first: someone has
-- asserted them, and someone has denied, minimised or contested them, in a
-- statement or in a document.
-- Parameters: as in SbQuery; what is NULL does not restrict. first_day and
-- last_day are always given, wide open when there is no period.
-- Columns: id.
SELECT t.id FROM claim AS t
WHERE coalesce (t.date_first, -1073741825) BETWEEN -1073741825 AND :as_of
  -- An open beginning reaches a year back (sb-certainty.h).
  AND (t.date_first IS NULL OR t.date_first > -1073741824 OR t.date_last - 365 <= :as_of)
  AND (EXISTS (
      SELECT 1 FROM claim_statement
      WHERE owner = t.id AND stance IN ('denies', 'minimises', 'contests') AND coalesce (date_first, t.date_first, :as_of) <= :as_of)
    OR EXISTS (SELECT 1 FROM evidence WHERE record = t.id AND stance = 'contradicts'))
  AND (EXISTS (
      SELECT 1 FROM claim_statement
      WHERE owner = t.id AND stance IN ('asserts', 'claims', 'confirms') AND coalesce (date_first, t.date_first, :as_of) <= :as_of)
    OR EXISTS (SELECT 1 FROM evidence WHERE record = t.id AND stance = 'supports'))
  AND (:actor IS NULL OR t.about = :actor OR EXISTS (SELECT 1 FROM claim_statement WHERE owner = t.id AND speaker = :actor))
  AND (:place IS NULL OR t.about = :place)
  AND (:dossier IS NULL OR EXISTS (SELECT 1 FROM member WHERE dossier = :dossier AND record = t.id))
  AND (:withdrawn OR NOT EXISTS (SELECT 1 FROM record INDEXED BY record_withdrawn_index WHERE withdrawn AND id = t.id))
ORDER BY coalesce (t.date_first, -1073741825) DESC, t.id DESC
LIMIT :limit OFFSET :offset
