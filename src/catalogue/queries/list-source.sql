-- The ids of the sources that meet a query, by title.
-- Parameters: as in SbQuery; what is NULL does not restrict. first_day and
-- last_day are always given, wide open when there is no period.
-- Columns: id.
SELECT t.id FROM source AS t
WHERE :actor IS NULL
  AND :place IS NULL
  AND :corridor IS NULL
  AND :source IS NULL
  AND :feed IS NULL
  AND (:document IS NULL OR EXISTS (
    SELECT 1 FROM record_extract AS e JOIN extract AS x ON x.id = e.extract WHERE e.record = t.id AND x.document = :document))
  AND (:extract IS NULL OR EXISTS (SELECT 1 FROM record_extract WHERE record = t.id AND extract = :extract))
  AND (:dossier IS NULL OR EXISTS (SELECT 1 FROM member WHERE dossier = :dossier AND record = t.id))
  AND (NOT :unsourced OR NOT EXISTS (SELECT 1 FROM record_extract WHERE record = t.id))
  AND (:withdrawn OR t.id NOT IN (SELECT id FROM record WHERE withdrawn))
  AND (:text IS NULL OR has_words (:text, t.name_fr, t.name_en))
ORDER BY fold (coalesce (t.name_fr, t.name_en)), t.id
LIMIT :limit OFFSET :offset
