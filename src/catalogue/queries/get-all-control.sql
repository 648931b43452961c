-- Controls with ids that are given, in their order; references by id.
-- Parameters: ids, as JSON. Columns: those of control_row, but what is referred to,
-- itself and in lists, by id; the days of dates not.
-- A second saying of control_row, which makes each reference anew for each record
-- that names it; test-store-get-all.c sees that both say the same. The rows come in
-- the order of the ids as the loop over these is the outer one: CROSS JOIN.
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  t.place, t.holder, t.kind,
  t.since, t.since_text, t.until, t.until_text,
  t.summary_fr, t.summary_en
FROM json_each (:ids) AS i CROSS JOIN control AS t ON t.id = i.value CROSS JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id
