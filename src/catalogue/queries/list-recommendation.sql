-- The ids of the recommendations that meet a query, newest first.
-- Parameters: as in SbQuery; what is NULL does not restrict. first_day and
-- last_day are always given, wide open when there is no period.
-- Columns: id.
SELECT t.id FROM recommendation AS t
WHERE (t.date_first IS NULL OR t.date_first <= min (:last_day, coalesce (:as_of, :last_day)))
  -- An open beginning reaches a year back (sb-certainty.h).
  AND (:as_of IS NULL OR t.date_first IS NULL OR t.date_first > -1073741824 OR t.date_last - 365 <= :as_of)
  AND (t.date_last IS NULL OR t.date_last >= :first_day)
  AND :actor IS NULL
  AND :place IS NULL
  AND :corridor IS NULL
  AND (:source IS NULL OR t.advised_by = :source OR EXISTS (
    SELECT 1 FROM record_extract AS e JOIN extract AS x ON x.id = e.extract JOIN document AS d ON d.id = x.document
    WHERE e.record = t.id AND d.source = :source))
  AND :feed IS NULL
  AND (:document IS NULL OR EXISTS (
    SELECT 1 FROM record_extract AS e JOIN extract AS x ON x.id = e.extract WHERE e.record = t.id AND x.document = :document))
  AND (:extract IS NULL OR EXISTS (SELECT 1 FROM record_extract WHERE record = t.id AND extract = :extract))
  AND (:dossier IS NULL OR EXISTS (SELECT 1 FROM member WHERE dossier = :dossier AND record = t.id))
  AND (NOT :unsourced OR NOT EXISTS (SELECT 1 FROM record_extract WHERE record = t.id))
  AND (:withdrawn OR t.id NOT IN (SELECT id FROM record WHERE withdrawn))
  AND (:text IS NULL OR has_words (:text, t.action_fr, t.action_en))
ORDER BY t.date_first DESC NULLS LAST, fold (coalesce (t.action_fr, t.action_en)), t.id
LIMIT :limit OFFSET :offset
