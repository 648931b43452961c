-- Restrictions with ids that are given, in their order; references by id.
-- Parameters: ids, as JSON. Columns: those of restriction_row, but what is referred to,
-- itself and in lists, by id; the days of dates not.
-- A second saying of restriction_row, which makes each reference anew for each record
-- that names it; test-store-get-all.c sees that both say the same. The rows come in
-- the order of the ids as the loop over these is the outer one: CROSS JOIN.
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  t.title_fr, t.title_en, t.kind, t.imposed_by,
  (SELECT json_group_array (json_object ('corridor', l.corridor, 'origin', l.origin, 'destination', l.destination))
   FROM (SELECT * FROM restriction_stretch WHERE owner = t.id ORDER BY position) AS l) AS stretches,
  (SELECT json_group_array (json_object ('place', l.place, 'latitude', p.latitude, 'longitude', p.longitude))
   FROM (SELECT * FROM restriction_place WHERE owner = t.id ORDER BY position) AS l
   LEFT JOIN place AS p ON p.id = l.place) AS places,
  (SELECT json_group_array (json_object ('actor', l.actor))
   FROM (SELECT * FROM restriction_target WHERE owner = t.id ORDER BY position) AS l) AS targets,
  t.since, t.since_text, t.until, t.until_text,
  t.terms_fr, t.terms_en, t.exemptions_fr, t.exemptions_en, t.announced_fr, t.announced_en,
  t.announced_on, t.announced_on_text, t.announced_by, t.denied_by, t.denied_on, t.denied_on_text,
  t.denied_fr, t.denied_en, t.severity, t.effects_fr, t.effects_en,
  (SELECT json_group_array (json_object ('event', l.event))
   FROM (SELECT * FROM restriction_enforcement WHERE owner = t.id ORDER BY position) AS l) AS enforcements
FROM json_each (:ids) AS i CROSS JOIN restriction AS t ON t.id = i.value CROSS JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id
