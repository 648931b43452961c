-- The ids of the extracts that meet a query, newest first.
-- Parameters: found, ids as JSON; the others as in SbQuery; what is NULL does not
-- restrict. first_day and
-- last_day are always given, wide open when there is no period. after: the
-- extract behind which the page begins.
-- Columns: id.
-- Apart from list-extract.sql so that it goes by what the full-text index
-- found, or does not know yet.
SELECT t.id FROM extract AS t
WHERE t.id IN (SELECT value FROM json_each (:found))
  AND +t.id < coalesce (:after, 9223372036854775807)
  AND :actor IS NULL
  AND :place IS NULL
  AND :corridor IS NULL
  AND (:source IS NULL OR EXISTS (SELECT 1 FROM document WHERE id = t.document AND source = :source))
  AND :feed IS NULL
  AND :document IS NULL
  AND (:extract IS NULL OR EXISTS (SELECT 1 FROM record_extract WHERE record = t.id AND extract = :extract))
  AND (:dossier IS NULL OR EXISTS (SELECT 1 FROM member WHERE dossier = :dossier AND record = t.id))
  AND (NOT :unsourced OR NOT EXISTS (SELECT 1 FROM record_extract WHERE record = t.id))
  AND (:withdrawn OR t.id NOT IN (SELECT id FROM record WHERE withdrawn))
  AND (:text IS NULL OR has_words (:text, t.quote, t.note))
ORDER BY t.id DESC
LIMIT :limit OFFSET :offset
