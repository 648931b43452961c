-- Claims with ids that are given, in their order; references by id.
-- Parameters: ids, as JSON. Columns: those of claim_row, but what is referred to,
-- itself and in lists, by id; the days of dates not.
-- A second saying of claim_row, which makes each reference anew for each record
-- that names it; test-store-get-all.c sees that both say the same. The rows come in
-- the order of the ids as the loop over these is the outer one: CROSS JOIN.
-- The extracts of a claim are its own and those of its statements, which mostly have
-- none.
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  CASE
    WHEN EXISTS (SELECT 1 FROM claim_statement WHERE owner = t.id AND extract IS NOT NULL) THEN (
      SELECT count (*) FROM (
        SELECT extract FROM evidence WHERE record = t.id
        UNION SELECT extract FROM claim_statement WHERE owner = t.id AND extract IS NOT NULL))
    ELSE (SELECT count (*) FROM evidence WHERE record = t.id)
  END AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  t.proposition_fr, t.proposition_en, t.about, t.date, t.date_text,
  (SELECT json_group_array (json_object (
     'speaker', l.speaker, 'attribution_fr', l.attribution_fr, 'attribution_en', l.attribution_en,
     'anonymity_fr', l.anonymity_fr, 'anonymity_en', l.anonymity_en, 'role_fr', l.role_fr, 'role_en', l.role_en,
     'stance', l.stance, 'date', l.date, 'date_text', l.date_text, 'venue_fr', l.venue_fr, 'venue_en', l.venue_en,
     'words', l.words, 'language', l.language,
     'translation_fr', l.translation_fr, 'translation_en', l.translation_en,
     'translator_fr', l.translator_fr, 'translator_en', l.translator_en, 'extract', l.extract, 'credibility', l.credibility))
   FROM (SELECT * FROM claim_statement WHERE owner = t.id ORDER BY position) AS l) AS statements,
  t.retained_fr, t.retained_en
FROM json_each (:ids) AS i CROSS JOIN claim AS t ON t.id = i.value CROSS JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id
