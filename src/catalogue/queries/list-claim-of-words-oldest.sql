-- The ids of the claims that meet a query, oldest first.
-- Parameters: found, ids as JSON; the others as in SbQuery; what is NULL does not
-- restrict. first_day and
-- last_day are always given, wide open when there is no period. after, and
-- after_day, its day: the record behind which the page begins.
-- Columns: id.
-- Apart from list-claim-oldest.sql so that it goes by what the full-text index
-- found, or does not know yet.
SELECT t.id FROM claim AS t
WHERE t.id IN (SELECT value FROM json_each (:found))
  AND +coalesce (t.date_first, -1073741825) BETWEEN coalesce (:after_day, -1073741825) AND min (:last_day, coalesce (:as_of, :last_day))
  AND (:after_day IS NULL OR coalesce (t.date_first, -1073741825) > :after_day OR t.id > :after)
  -- An open beginning reaches a year back (sb-certainty.h).
  AND (:as_of IS NULL OR t.date_first IS NULL OR t.date_first > -1073741824 OR t.date_last - 365 <= :as_of)
  AND (t.date_last IS NULL OR t.date_last >= :first_day)
  AND (:actor IS NULL OR t.about = :actor OR EXISTS (SELECT 1 FROM claim_statement WHERE owner = t.id AND speaker = :actor))
  AND (:place IS NULL OR t.about = :place)
  AND (:corridor IS NULL OR t.about = :corridor)
  AND (:source IS NULL OR EXISTS (
    SELECT 1 FROM record_extract AS e JOIN extract AS x ON x.id = e.extract JOIN document AS d ON d.id = x.document
    WHERE e.record = t.id AND +d.source = :source))
  AND :feed IS NULL
  AND (:document IS NULL OR EXISTS (
    SELECT 1 FROM record_extract AS e JOIN extract AS x ON x.id = e.extract WHERE e.record = t.id AND +x.document = :document))
  AND (:extract IS NULL OR EXISTS (SELECT 1 FROM record_extract WHERE record = t.id AND extract = :extract))
  AND (:dossier IS NULL OR EXISTS (SELECT 1 FROM member WHERE dossier = :dossier AND record = t.id))
  AND (NOT :unsourced OR NOT EXISTS (SELECT 1 FROM record_extract WHERE record = t.id))
  AND (:withdrawn OR t.id NOT IN (SELECT id FROM record WHERE withdrawn))
  AND (:text IS NULL OR has_words (:text, t.proposition_fr, t.proposition_en))
ORDER BY +coalesce (t.date_first, -1073741825), t.id
LIMIT :limit OFFSET :offset
