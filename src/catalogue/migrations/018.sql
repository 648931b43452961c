-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- Zones of travel advice.

-- How far travellers are warned off a place, by whom, from when to when.
CREATE TABLE zone (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  place INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  -- green, yellow, orange, red.
  level TEXT NOT NULL,
  -- The source that publishes it.
  issuer INTEGER REFERENCES record (id) ON DELETE SET NULL,
  since TEXT,
  since_text TEXT,
  since_first INTEGER,
  since_last INTEGER,
  until TEXT,
  until_text TEXT,
  until_first INTEGER,
  until_last INTEGER,
  summary_fr TEXT,
  summary_en TEXT
) STRICT;
CREATE INDEX zone_place_index ON zone (place);
CREATE INDEX zone_issuer_index ON zone (issuer);
CREATE INDEX zone_day_index ON zone (coalesce (since_first, -1073741825));

CREATE VIEW zone_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'zone', 'uuid', r.uuid, 'fr', t.summary_fr, 'en', t.summary_en)
FROM zone AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW zone_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  (SELECT ref FROM place_ref WHERE id = t.place) AS place,
  t.level,
  (SELECT ref FROM source_ref WHERE id = t.issuer) AS issuer,
  t.since, t.since_text, t.since_first, t.since_last,
  t.until, t.until_text, t.until_first, t.until_last,
  t.summary_fr, t.summary_en
FROM zone AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

-- What names any kind names a zone as well.
DROP VIEW any_ref;
CREATE VIEW any_ref (id, ref) AS
SELECT r.id, CASE r.kind
  WHEN 'source' THEN (SELECT ref FROM source_ref WHERE id = r.id)
  WHEN 'feed' THEN (SELECT ref FROM feed_ref WHERE id = r.id)
  WHEN 'document' THEN (SELECT ref FROM document_ref WHERE id = r.id)
  WHEN 'extract' THEN (SELECT ref FROM extract_ref WHERE id = r.id)
  WHEN 'place' THEN (SELECT ref FROM place_ref WHERE id = r.id)
  WHEN 'corridor' THEN (SELECT ref FROM corridor_ref WHERE id = r.id)
  WHEN 'actor' THEN (SELECT ref FROM actor_ref WHERE id = r.id)
  WHEN 'relation' THEN (SELECT ref FROM relation_ref WHERE id = r.id)
  WHEN 'alliance' THEN (SELECT ref FROM alliance_ref WHERE id = r.id)
  WHEN 'event' THEN (SELECT ref FROM event_ref WHERE id = r.id)
  WHEN 'restriction' THEN (SELECT ref FROM restriction_ref WHERE id = r.id)
  WHEN 'control' THEN (SELECT ref FROM control_ref WHERE id = r.id)
  WHEN 'zone' THEN (SELECT ref FROM zone_ref WHERE id = r.id)
  WHEN 'claim' THEN (SELECT ref FROM claim_ref WHERE id = r.id)
  WHEN 'instrument' THEN (SELECT ref FROM instrument_ref WHERE id = r.id)
  WHEN 'figure' THEN (SELECT ref FROM figure_ref WHERE id = r.id)
  WHEN 'indicator' THEN (SELECT ref FROM indicator_ref WHERE id = r.id)
  WHEN 'scenario' THEN (SELECT ref FROM scenario_ref WHERE id = r.id)
  WHEN 'judgement' THEN (SELECT ref FROM judgement_ref WHERE id = r.id)
  WHEN 'recommendation' THEN (SELECT ref FROM recommendation_ref WHERE id = r.id)
  WHEN 'dossier' THEN (SELECT ref FROM dossier_ref WHERE id = r.id)
  WHEN 'briefing' THEN (SELECT ref FROM briefing_ref WHERE id = r.id)
END
FROM record AS r;

-- As in 003.sql, with zones.
DROP VIEW reference;
CREATE VIEW reference (record, target, binding) AS
SELECT id, source, 0 FROM feed WHERE source IS NOT NULL
UNION ALL SELECT id, source, 0 FROM document WHERE source IS NOT NULL
UNION ALL SELECT id, feed, 0 FROM document WHERE feed IS NOT NULL
UNION ALL SELECT owner, document, 0 FROM document_link
UNION ALL SELECT id, document, 1 FROM extract WHERE document IS NOT NULL
UNION ALL SELECT id, parent, 0 FROM place WHERE parent IS NOT NULL
UNION ALL SELECT owner, place, 0 FROM corridor_stop
UNION ALL SELECT id, parent, 0 FROM actor WHERE parent IS NOT NULL
UNION ALL SELECT owner, body, 0 FROM actor_role WHERE body IS NOT NULL
UNION ALL SELECT owner, place, 0 FROM actor_area
UNION ALL SELECT id, subject, 1 FROM relation WHERE subject IS NOT NULL
UNION ALL SELECT id, object, 1 FROM relation WHERE object IS NOT NULL
UNION ALL SELECT id, adversary, 0 FROM alliance WHERE adversary IS NOT NULL
UNION ALL SELECT id, first_act, 0 FROM alliance WHERE first_act IS NOT NULL
UNION ALL SELECT id, instrument, 0 FROM alliance WHERE instrument IS NOT NULL
UNION ALL SELECT id, judged_by, 0 FROM alliance WHERE judged_by IS NOT NULL
UNION ALL SELECT owner, actor, 0 FROM alliance_party
UNION ALL SELECT owner, source, 0 FROM alliance_label WHERE source IS NOT NULL
UNION ALL SELECT owner, extract, 0 FROM alliance_label WHERE extract IS NOT NULL
UNION ALL SELECT owner, extract, 0 FROM alliance_trait WHERE extract IS NOT NULL
UNION ALL SELECT owner, place, 0 FROM event_place
UNION ALL SELECT owner, actor, 0 FROM event_actor
UNION ALL SELECT id, imposed_by, 0 FROM restriction WHERE imposed_by IS NOT NULL
UNION ALL SELECT id, announced_by, 0 FROM restriction WHERE announced_by IS NOT NULL
UNION ALL SELECT id, denied_by, 0 FROM restriction WHERE denied_by IS NOT NULL
UNION ALL SELECT owner, actor, 0 FROM restriction_target
UNION ALL SELECT owner, event, 0 FROM restriction_enforcement
UNION ALL SELECT owner, corridor, 0 FROM restriction_stretch
UNION ALL SELECT owner, origin, 0 FROM restriction_stretch WHERE origin IS NOT NULL
UNION ALL SELECT owner, destination, 0 FROM restriction_stretch WHERE destination IS NOT NULL
UNION ALL SELECT owner, place, 0 FROM restriction_place
UNION ALL SELECT id, place, 1 FROM control WHERE place IS NOT NULL
UNION ALL SELECT id, holder, 1 FROM control WHERE holder IS NOT NULL
UNION ALL SELECT id, place, 1 FROM zone WHERE place IS NOT NULL
UNION ALL SELECT id, issuer, 0 FROM zone WHERE issuer IS NOT NULL
UNION ALL SELECT id, about, 0 FROM claim WHERE about IS NOT NULL
UNION ALL SELECT owner, speaker, 0 FROM claim_statement WHERE speaker IS NOT NULL
UNION ALL SELECT owner, extract, 0 FROM claim_statement WHERE extract IS NOT NULL
UNION ALL SELECT owner, actor, 0 FROM instrument_party
UNION ALL SELECT id, owner, 0 FROM instrument WHERE owner IS NOT NULL
UNION ALL SELECT owner, event, 0 FROM instrument_meeting
UNION ALL SELECT id, place, 0 FROM figure WHERE place IS NOT NULL
UNION ALL SELECT id, about, 0 FROM figure WHERE about IS NOT NULL
UNION ALL SELECT id, source, 0 FROM figure WHERE source IS NOT NULL
UNION ALL SELECT id, scenario, 0 FROM indicator WHERE scenario IS NOT NULL
UNION ALL SELECT owner, extract, 0 FROM indicator_sign WHERE extract IS NOT NULL
UNION ALL SELECT id, scenario, 0 FROM judgement WHERE scenario IS NOT NULL
UNION ALL SELECT id, judged_by, 0 FROM judgement WHERE judged_by IS NOT NULL
UNION ALL SELECT id, place, 0 FROM judgement WHERE place IS NOT NULL
UNION ALL SELECT id, held_by, 0 FROM judgement WHERE held_by IS NOT NULL
UNION ALL SELECT owner, extract, 0 FROM judgement_point WHERE extract IS NOT NULL
UNION ALL SELECT id, advised_by, 0 FROM recommendation WHERE advised_by IS NOT NULL
UNION ALL SELECT id, dossier, 0 FROM briefing WHERE dossier IS NOT NULL;
