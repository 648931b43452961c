-- The ids of the drawings that meet a query, newest first.
-- Parameters: as in SbQuery; what is NULL does not restrict. first_day and
-- last_day are always given, wide open when there is no period.
-- Columns: id.
SELECT t.id FROM drawing AS t
WHERE (t.since_first IS NULL OR t.since_first <= :last_day)
  AND (t.until_last IS NULL OR t.until_last >= :first_day)
  -- An open beginning reaches a year back (sb-certainty.h).
  AND (:as_of IS NULL OR t.since_first IS NULL OR t.since_first <= :as_of)
  AND (:as_of IS NULL OR t.since_first IS NULL OR t.since_first > -1073741824 OR t.since_last - 365 <= :as_of)
  AND (:as_of IS NULL OR t.until_last IS NULL OR t.until_last >= :as_of)
  -- An unknown end, 2007/, reaches a year on; an open one, 2007/.., for ever.
  AND (:as_of IS NULL OR t.until_last IS NULL OR t.until_last < 1073741823 OR t.until NOT LIKE '%/' OR t.until_first + 365 >= :as_of)
  AND :actor IS NULL
  AND :place IS NULL
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
  AND (:text IS NULL OR has_words (:text, t.title_fr, t.title_en, t.note_fr, t.note_en))
ORDER BY t.since_first DESC NULLS LAST, t.id DESC
LIMIT :limit OFFSET :offset
