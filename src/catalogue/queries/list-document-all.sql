-- The ids of the documents that meet a query that asks for nothing but what is in
-- document_list_index, newest first.
-- Parameters: as in SbQuery; what is NULL does not restrict. first_day and
-- last_day are always given, wide open when there is no period. after, and
-- after_day, its day: the record behind which the page begins.
-- Columns: id.
-- Apart from list-document.sql so that a list of a hundred thousand, and their number,
-- is read from the index alone.
SELECT t.id FROM document AS t INDEXED BY document_list_index
WHERE coalesce (t.date_first, t.fetched / 86400, 0) <= min (min (:last_day, coalesce (:as_of, :last_day)), coalesce (:after_day, :last_day))
  AND (:after_day IS NULL OR coalesce (t.date_first, t.fetched / 86400, 0) < :after_day OR t.id < :after)
  AND coalesce (t.date_last, t.fetched / 86400, 0) >= :first_day
  AND (:source IS NULL OR t.source = :source)
  AND (:feed IS NULL OR t.feed = :feed)
  AND (NOT :unread OR t.read IS NULL)
  AND (NOT :starred OR t.starred)
  AND (:archived IS NULL OR t.archived = :archived)
  AND (:language IS NULL OR substr (t.language, 1, 2) = :language)
  AND (:folder IS NULL OR +t.feed IN (SELECT id FROM feed WHERE folder = :folder))
  AND (:withdrawn OR t.id NOT IN (SELECT id FROM record WHERE withdrawn))
  AND (NOT :grouped OR NOT EXISTS (
    SELECT 1 FROM document_group AS g JOIN document AS f ON f.id = g.first
    WHERE g.document = t.id
      AND coalesce (f.date_last, f.fetched / 86400, 0) >= :first_day
      AND (:source IS NULL OR f.source = :source)
      AND (:feed IS NULL OR f.feed = :feed)
      AND (NOT :starred OR f.starred)
      AND (:language IS NULL OR substr (f.language, 1, 2) = :language)
      AND (:folder IS NULL OR f.feed IN (SELECT id FROM feed WHERE folder = :folder))))
ORDER BY coalesce (t.date_first, t.fetched / 86400, 0) DESC, t.id DESC
LIMIT :limit OFFSET :offset
