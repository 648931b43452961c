-- The ids of the documents that name a record and meet a query, newest first.
-- Parameters: as in SbQuery; what is NULL does not restrict. first_day and
-- last_day are always given, wide open when there is no period. after, and
-- after_day, its day: the record behind which the page begins.
-- Columns: id.
-- Apart from list-document.sql so that it finds them by the index of what they
-- name: one of place, actor and corridor is given.
SELECT t.id FROM document AS t
WHERE coalesce (t.date_first, t.fetched / 86400, 0) <= min (min (:last_day, coalesce (:as_of, :last_day)), coalesce (:after_day, :last_day))
  AND (:after_day IS NULL OR coalesce (t.date_first, t.fetched / 86400, 0) < :after_day OR t.id < :after)
  AND coalesce (t.date_last, t.fetched / 86400, 0) >= :first_day
  AND t.id IN (SELECT document FROM mention WHERE record = coalesce (:place, :actor, :corridor))
  AND (:actor IS NULL OR EXISTS (SELECT 1 FROM mention WHERE record = :actor AND document = t.id))
  AND (:corridor IS NULL OR EXISTS (SELECT 1 FROM mention WHERE record = :corridor AND document = t.id))
  AND (:source IS NULL OR t.source = :source)
  AND (:feed IS NULL OR t.feed = :feed)
  AND (NOT :unread OR t.read IS NULL)
  AND (NOT :starred OR t.starred)
  AND (:archived IS NULL OR t.archived = :archived)
  AND (:language IS NULL OR substr (t.language, 1, 2) = :language)
  AND (:folder IS NULL OR +t.feed IN (SELECT id FROM feed WHERE folder = :folder))
  AND (:document IS NULL OR EXISTS (
    SELECT 1 FROM record_extract AS e JOIN extract AS x ON x.id = e.extract WHERE e.record = t.id AND +x.document = :document))
  AND (:extract IS NULL OR EXISTS (SELECT 1 FROM record_extract WHERE record = t.id AND extract = :extract))
  AND (:dossier IS NULL OR EXISTS (SELECT 1 FROM member WHERE dossier = :dossier AND record = t.id))
  AND (NOT :unsourced OR NOT EXISTS (SELECT 1 FROM record_extract WHERE record = t.id))
  AND (:withdrawn OR t.id NOT IN (SELECT id FROM record WHERE withdrawn))
  AND (:text IS NULL OR has_words (:text, t.title))
  AND (NOT :grouped OR NOT EXISTS (
    SELECT 1 FROM document_group AS g JOIN document AS f ON f.id = g.first
    WHERE g.document = t.id
      AND coalesce (f.date_last, f.fetched / 86400, 0) >= :first_day
      AND (:source IS NULL OR f.source = :source)
      AND (:feed IS NULL OR f.feed = :feed)
      AND (NOT :starred OR f.starred)
      AND (:language IS NULL OR substr (f.language, 1, 2) = :language)
      AND (:folder IS NULL OR f.feed IN (SELECT id FROM feed WHERE folder = :folder))
      AND (:dossier IS NULL OR EXISTS (SELECT 1 FROM member WHERE dossier = :dossier AND record = f.id))
      AND EXISTS (SELECT 1 FROM mention WHERE record = coalesce (:place, :actor, :corridor) AND document = f.id)
      AND (:text IS NULL OR has_words (:text, f.title))))
ORDER BY coalesce (t.date_first, t.fetched / 86400, 0) DESC, t.id DESC
LIMIT :limit OFFSET :offset
