-- The ids of the events that name an actor and meet a query, oldest first.
-- Parameters: as in SbQuery; what is NULL does not restrict. first_day and
-- last_day are always given, wide open when there is no period. after, and
-- after_day, its first day: the event behind which the page begins.
-- Columns: id, and date_first for the order.
-- Apart from list-event.sql so that it goes by the index of the actor, whose order
-- is that of the list.
-- What an event names besides is asked of n.owner, so that SQLite asks it before it
-- reads the event.
SELECT t.id, n.day AS date_first FROM event_actor AS n JOIN event AS t ON t.id = n.owner
WHERE n.actor = :actor
  AND n.day BETWEEN max (-1073741824, coalesce (:after_day, -1073741824)) AND min (:last_day, coalesce (:as_of, :last_day))
  AND (:after_day IS NULL OR n.day > :after_day OR n.owner > :after)
  -- An open beginning reaches a year back (sb-certainty.h).
  AND (:as_of IS NULL OR t.date_first > -1073741824 OR t.date_last - 365 <= :as_of)
  AND t.date_last >= :first_day
  AND (:place IS NULL OR EXISTS (SELECT 1 FROM event_place WHERE owner = n.owner AND +place = :place))
  AND :corridor IS NULL
  AND (:source IS NULL OR EXISTS (
    SELECT 1 FROM evidence AS e JOIN extract AS x ON x.id = e.extract JOIN document AS d ON d.id = x.document
    WHERE e.record = t.id AND +d.source = :source))
  AND :feed IS NULL
  AND (:document IS NULL OR EXISTS (
    SELECT 1 FROM evidence AS e JOIN extract AS x ON x.id = e.extract WHERE e.record = t.id AND +x.document = :document))
  AND (:extract IS NULL OR EXISTS (SELECT 1 FROM record_extract WHERE record = t.id AND extract = :extract))
  AND (:dossier IS NULL OR EXISTS (SELECT 1 FROM member WHERE dossier = :dossier AND record = t.id))
  AND (NOT :key_facts OR t.key_fact)
  AND (NOT :unsourced OR NOT EXISTS (SELECT 1 FROM record_extract WHERE record = t.id))
  AND (:withdrawn OR NOT EXISTS (SELECT 1 FROM record INDEXED BY record_withdrawn_index WHERE withdrawn AND id = n.owner))
  AND (:text IS NULL OR has_words (:text, t.title_fr, t.title_en))
ORDER BY n.day, n.owner
LIMIT :limit OFFSET :offset
