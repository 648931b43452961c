-- Events with ids that are given, in their order; references by id.
-- Parameters: ids, as JSON. Columns: those of event_row, but what is referred to,
-- itself and in lists, by id; the days of dates not.
-- A second saying of event_row, which makes each reference anew for each record
-- that names it; test-store-get-all.c sees that both say the same. The rows come in
-- the order of the ids as the loop over these is the outer one: CROSS JOIN.
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  t.title_fr, t.title_en, t.type, t.subtype, t.date, t.date_text,
  (SELECT json_group_array (json_object ('place', l.place, 'precision', l.precision, 'latitude', p.latitude, 'longitude', p.longitude))
   FROM (SELECT * FROM event_place WHERE owner = t.id ORDER BY position) AS l
   LEFT JOIN place AS p ON p.id = l.place) AS places,
  (SELECT json_group_array (json_object ('actor', l.actor, 'role', l.role))
   FROM (SELECT * FROM event_actor WHERE owner = t.id ORDER BY position) AS l) AS actors,
  t.fatalities_low, t.fatalities_high, t.fatalities_note_fr, t.fatalities_note_en,
  t.summary_fr, t.summary_en, t.effects_fr, t.effects_en, t.key_fact, t.external_id
FROM json_each (:ids) AS i CROSS JOIN event AS t ON t.id = i.value CROSS JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id
