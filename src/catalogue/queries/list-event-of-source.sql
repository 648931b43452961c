-- The ids of the events that rest on a source and meet a query, newest first.
-- Parameters: as in SbQuery; what is NULL does not restrict. first_day and
-- last_day are always given, wide open when there is no period. after, and
-- after_day, its first day: the event behind which the page begins.
-- Columns: id, and date_first for the order.
-- Apart from list-event.sql so that it goes by the events of the source, in their order.
-- Days are those of an index of their own, so that events are not read to be passed over.
SELECT t.id, t.date_first FROM event_source AS s CROSS JOIN event AS t INDEXED BY event_day_index ON t.id = s.event
WHERE s.source = :source
  AND s.day BETWEEN -1073741824 AND min (min (:last_day, coalesce (:as_of, :last_day)), coalesce (:after_day, :last_day))
  AND (:after_day IS NULL OR s.day < :after_day OR s.event < :after)
  -- An open beginning reaches a year back (sb-certainty.h).
  AND (:as_of IS NULL OR t.date_first > -1073741824 OR t.date_last - 365 <= :as_of)
  AND t.date_last >= :first_day
  AND (:actor IS NULL OR EXISTS (SELECT 1 FROM event_actor WHERE owner = t.id AND +actor = :actor))
  AND (:place IS NULL OR EXISTS (SELECT 1 FROM event_place WHERE owner = t.id AND +place = :place))
  AND :corridor IS NULL
  AND :feed IS NULL
  AND (:document IS NULL OR EXISTS (
    SELECT 1 FROM evidence AS e JOIN extract AS x ON x.id = e.extract WHERE e.record = t.id AND +x.document = :document))
  AND (:extract IS NULL OR EXISTS (SELECT 1 FROM record_extract WHERE record = t.id AND extract = :extract))
  AND (:dossier IS NULL OR EXISTS (SELECT 1 FROM member WHERE dossier = :dossier AND record = t.id))
  AND (NOT :key_facts OR (SELECT key_fact FROM event WHERE id = t.id))
  AND (NOT :unsourced OR NOT EXISTS (SELECT 1 FROM record_extract WHERE record = t.id))
  AND (:withdrawn OR t.id NOT IN (SELECT id FROM record WHERE withdrawn))
  AND (:text IS NULL OR (SELECT has_words (:text, title_fr, title_en) FROM event WHERE id = t.id))
ORDER BY s.day DESC, s.event DESC
LIMIT :limit OFFSET :offset
