-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- What the analyst draws on the map.

DROP VIEW any_ref;

-- An area, a line, an arrow or a label, from a day to a day.
CREATE TABLE drawing (
  id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  title_fr TEXT,
  title_en TEXT,
  kind TEXT NOT NULL,
  -- 0 to 5: its colour and the dashes of its lines; NULL is 0.
  tone INTEGER,
  since TEXT,
  since_text TEXT,
  since_first INTEGER,
  since_last INTEGER,
  until TEXT,
  until_text TEXT,
  until_first INTEGER,
  until_last INTEGER,
  note_fr TEXT,
  note_en TEXT
) STRICT;

-- Where its line bends: degrees of WGS 84.
CREATE TABLE drawing_point (
  owner INTEGER NOT NULL REFERENCES drawing (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  latitude REAL NOT NULL,
  longitude REAL NOT NULL,
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

CREATE VIEW drawing_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'drawing', 'uuid', r.uuid, 'fr', t.title_fr, 'en', t.title_en)
FROM drawing AS t JOIN record AS r ON r.id = t.id;

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
  WHEN 'claim' THEN (SELECT ref FROM claim_ref WHERE id = r.id)
  WHEN 'instrument' THEN (SELECT ref FROM instrument_ref WHERE id = r.id)
  WHEN 'figure' THEN (SELECT ref FROM figure_ref WHERE id = r.id)
  WHEN 'indicator' THEN (SELECT ref FROM indicator_ref WHERE id = r.id)
  WHEN 'scenario' THEN (SELECT ref FROM scenario_ref WHERE id = r.id)
  WHEN 'judgement' THEN (SELECT ref FROM judgement_ref WHERE id = r.id)
  WHEN 'recommendation' THEN (SELECT ref FROM recommendation_ref WHERE id = r.id)
  WHEN 'dossier' THEN (SELECT ref FROM dossier_ref WHERE id = r.id)
  WHEN 'briefing' THEN (SELECT ref FROM briefing_ref WHERE id = r.id)
  WHEN 'zone' THEN (SELECT ref FROM zone_ref WHERE id = r.id)
  WHEN 'drawing' THEN (SELECT ref FROM drawing_ref WHERE id = r.id)
END
FROM record AS r;

CREATE VIEW drawing_point_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'latitude', i.latitude,
  'longitude', i.longitude)
FROM drawing_point AS i;

CREATE VIEW drawing_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  t.title_fr, t.title_en,
  t.kind,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM drawing_point_item WHERE owner = t.id ORDER BY position)) AS points,
  t.tone,
  t.since, t.since_text, t.since_first, t.since_last,
  t.until, t.until_text, t.until_first, t.until_last,
  t.note_fr, t.note_en
FROM drawing AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;
