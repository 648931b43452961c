-- The ids of the places that meet a query, by title.
-- Parameters: found, ids as JSON; the others as in SbQuery; what is NULL does not
-- restrict. first_day and
-- last_day are always given, wide open when there is no period.
-- Columns: id.
-- Apart from list-place.sql so that it goes by what the full-text index
-- found, or does not know yet.
SELECT t.id FROM place AS t
WHERE t.id IN (SELECT value FROM json_each (:found))
  AND :actor IS NULL
  AND (:place IS NULL OR t.parent = :place)
  AND :corridor IS NULL
  AND (:source IS NULL OR EXISTS (
    SELECT 1 FROM record_extract AS e JOIN extract AS x ON x.id = e.extract JOIN document AS d ON d.id = x.document
    WHERE e.record = t.id AND d.source = :source))
  AND :feed IS NULL
  AND (:document IS NULL OR EXISTS (
    SELECT 1 FROM record_extract AS e JOIN extract AS x ON x.id = e.extract WHERE e.record = t.id AND x.document = :document))
  AND (:extract IS NULL OR EXISTS (SELECT 1 FROM record_extract WHERE record = t.id AND extract = :extract))
  AND (:dossier IS NULL OR EXISTS (SELECT 1 FROM member WHERE dossier = :dossier AND record = t.id))
  AND (NOT :unsourced OR NOT EXISTS (SELECT 1 FROM record_extract WHERE record = t.id))
  AND (:withdrawn OR t.id NOT IN (SELECT id FROM record WHERE withdrawn))
  AND (:text IS NULL OR has_words (:text, t.name_fr, t.name_en) OR EXISTS (SELECT 1 FROM place_name WHERE owner = t.id AND has_words (:text, name)))
ORDER BY t.title_key, t.id
LIMIT :limit OFFSET :offset
