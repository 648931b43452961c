-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- How the tables are read. A row view has one row a record; its columns are
-- named as the fields of the schema, so that one function makes records of any
-- kind from it. A reference is read as JSON with all that is shown of it.

-- References: {"id","kind","uuid","fr","en"}.

CREATE VIEW source_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'source', 'uuid', r.uuid, 'fr', t.name, 'en', t.name)
FROM source AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW feed_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'feed', 'uuid', r.uuid, 'fr', coalesce (t.title, t.url), 'en', coalesce (t.title, t.url))
FROM feed AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW document_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'document', 'uuid', r.uuid, 'fr', t.title, 'en', t.title)
FROM document AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW extract_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'extract', 'uuid', r.uuid, 'fr', substr (t.quote, 1, 200), 'en', substr (t.quote, 1, 200))
FROM extract AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW place_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'place', 'uuid', r.uuid, 'fr', t.name_fr, 'en', t.name_en)
FROM place AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW corridor_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'corridor', 'uuid', r.uuid, 'fr', t.name_fr, 'en', t.name_en)
FROM corridor AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW actor_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'actor', 'uuid', r.uuid, 'fr', t.name_fr, 'en', t.name_en)
FROM actor AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW relation_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'relation', 'uuid', r.uuid, 'fr', t.summary_fr, 'en', t.summary_en)
FROM relation AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW alliance_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'alliance', 'uuid', r.uuid, 'fr', t.name_fr, 'en', t.name_en)
FROM alliance AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW event_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'event', 'uuid', r.uuid, 'fr', t.title_fr, 'en', t.title_en)
FROM event AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW restriction_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'restriction', 'uuid', r.uuid, 'fr', t.title_fr, 'en', t.title_en)
FROM restriction AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW control_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'control', 'uuid', r.uuid, 'fr', t.summary_fr, 'en', t.summary_en)
FROM control AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW claim_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'claim', 'uuid', r.uuid, 'fr', t.proposition_fr, 'en', t.proposition_en)
FROM claim AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW instrument_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'instrument', 'uuid', r.uuid, 'fr', t.title_fr, 'en', t.title_en)
FROM instrument AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW figure_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'figure', 'uuid', r.uuid, 'fr', t.label_fr, 'en', t.label_en)
FROM figure AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW indicator_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'indicator', 'uuid', r.uuid, 'fr', t.statement_fr, 'en', t.statement_en)
FROM indicator AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW scenario_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'scenario', 'uuid', r.uuid, 'fr', t.title_fr, 'en', t.title_en)
FROM scenario AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW judgement_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'judgement', 'uuid', r.uuid, 'fr', t.proposition_fr, 'en', t.proposition_en)
FROM judgement AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW recommendation_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'recommendation', 'uuid', r.uuid, 'fr', t.action_fr, 'en', t.action_en)
FROM recommendation AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW dossier_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'dossier', 'uuid', r.uuid, 'fr', t.title_fr, 'en', t.title_en)
FROM dossier AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW briefing_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'briefing', 'uuid', r.uuid, 'fr', t.title_fr, 'en', t.title_en)
FROM briefing AS t JOIN record AS r ON r.id = t.id;

-- A reference to a record of any kind: made only by the view of its own kind.
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
END
FROM record AS r;

-- What every record is called.
CREATE VIEW record_name (id, kind, fr, en) AS
SELECT id, ref ->> 'kind', ref ->> 'fr', ref ->> 'en' FROM any_ref;

-- The extracts that a record rests on, those named in its lists included.
CREATE VIEW record_extract (record, extract) AS
SELECT record, extract FROM evidence
UNION ALL SELECT owner, extract FROM alliance_label WHERE extract IS NOT NULL
UNION ALL SELECT owner, extract FROM alliance_trait WHERE extract IS NOT NULL
UNION ALL SELECT owner, extract FROM claim_statement WHERE extract IS NOT NULL
UNION ALL SELECT owner, extract FROM indicator_sign WHERE extract IS NOT NULL;

-- Items of lists as JSON objects, members named as the columns of a row view.

CREATE VIEW document_link_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'relation', i.relation,
  'document', (SELECT json (ref) FROM document_ref WHERE id = i.document))
FROM document_link AS i;

CREATE VIEW place_name_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'name', i.name,
  'language', i.language,
  'kind', i.kind)
FROM place_name AS i;

CREATE VIEW corridor_stop_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'place', (SELECT json (ref) FROM place_ref WHERE id = i.place),
  'km', i.km,
  'latitude', p.latitude,
  'longitude', p.longitude)
FROM corridor_stop AS i LEFT JOIN place AS p ON p.id = i.place;

CREATE VIEW actor_alias_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'name', i.name,
  'language', i.language,
  'kind', i.kind)
FROM actor_alias AS i;

CREATE VIEW actor_role_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'title_fr', i.title_fr, 'title_en', i.title_en,
  'body', (SELECT json (ref) FROM actor_ref WHERE id = i.body),
  'since', i.since, 'since_text', i.since_text,
  'until', i.until, 'until_text', i.until_text)
FROM actor_role AS i;

CREATE VIEW actor_area_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'place', (SELECT json (ref) FROM place_ref WHERE id = i.place))
FROM actor_area AS i;

CREATE VIEW alliance_party_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'actor', (SELECT json (ref) FROM actor_ref WHERE id = i.actor),
  'since', i.since, 'since_text', i.since_text,
  'until', i.until, 'until_text', i.until_text)
FROM alliance_party AS i;

CREATE VIEW alliance_label_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'label_fr', i.label_fr, 'label_en', i.label_en,
  'source', (SELECT json (ref) FROM source_ref WHERE id = i.source),
  'extract', (SELECT json (ref) FROM extract_ref WHERE id = i.extract))
FROM alliance_label AS i;

CREATE VIEW alliance_trait_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'kind', i.kind,
  'text_fr', i.text_fr, 'text_en', i.text_en,
  'extract', (SELECT json (ref) FROM extract_ref WHERE id = i.extract))
FROM alliance_trait AS i;

CREATE VIEW event_place_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'place', (SELECT json (ref) FROM place_ref WHERE id = i.place),
  'precision', i.precision,
  'latitude', p.latitude,
  'longitude', p.longitude)
FROM event_place AS i LEFT JOIN place AS p ON p.id = i.place;

CREATE VIEW event_actor_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'actor', (SELECT json (ref) FROM actor_ref WHERE id = i.actor),
  'role', i.role)
FROM event_actor AS i;

CREATE VIEW restriction_stretch_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'corridor', (SELECT json (ref) FROM corridor_ref WHERE id = i.corridor),
  'origin', (SELECT json (ref) FROM place_ref WHERE id = i.origin),
  'destination', (SELECT json (ref) FROM place_ref WHERE id = i.destination))
FROM restriction_stretch AS i;

CREATE VIEW restriction_place_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'place', (SELECT json (ref) FROM place_ref WHERE id = i.place),
  'latitude', p.latitude,
  'longitude', p.longitude)
FROM restriction_place AS i LEFT JOIN place AS p ON p.id = i.place;

CREATE VIEW claim_statement_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'speaker', (SELECT json (ref) FROM actor_ref WHERE id = i.speaker),
  'role_fr', i.role_fr, 'role_en', i.role_en,
  'stance', i.stance,
  'date', i.date, 'date_text', i.date_text,
  'venue_fr', i.venue_fr, 'venue_en', i.venue_en,
  'words', i.words,
  'language', i.language,
  'extract', (SELECT json (ref) FROM extract_ref WHERE id = i.extract))
FROM claim_statement AS i;

CREATE VIEW instrument_party_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'actor', (SELECT json (ref) FROM actor_ref WHERE id = i.actor))
FROM instrument_party AS i;

CREATE VIEW instrument_clause_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'number', i.number,
  'text_fr', i.text_fr, 'text_en', i.text_en)
FROM instrument_clause AS i;

CREATE VIEW indicator_sign_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'date', i.date, 'date_text', i.date_text,
  'text_fr', i.text_fr, 'text_en', i.text_en,
  'extract', (SELECT json (ref) FROM extract_ref WHERE id = i.extract))
FROM indicator_sign AS i;

CREATE VIEW briefing_section_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'block', i.block,
  'title_fr', i.title_fr, 'title_en', i.title_en,
  'text_fr', i.text_fr, 'text_en', i.text_en,
  'manual', i.manual)
FROM briefing_section AS i;

-- Records. A list is a JSON array in the order of its items.

CREATE VIEW source_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  t.name,
  t.kind,
  t.country,
  t.languages,
  t.url,
  t.reliability,
  t.descriptor_fr, t.descriptor_en,
  t.note_fr, t.note_en
FROM source AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW feed_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  t.url,
  t.title,
  t.home,
  t.folder,
  (SELECT ref FROM source_ref WHERE id = t.source) AS source,
  t.state,
  t.last_attempt,
  t.last_good,
  t.next_due,
  t.failures,
  t.error_code,
  t.error_message,
  t.etag,
  t.last_modified,
  t.interval,
  t.paused
FROM feed AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW document_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  t.title,
  t.byline,
  (SELECT ref FROM source_ref WHERE id = t.source) AS source,
  (SELECT ref FROM feed_ref WHERE id = t.feed) AS feed,
  t.url,
  t.entry,
  t.language,
  t.date, t.date_text, t.date_first, t.date_last,
  t.fetched,
  t.kind,
  t.reference,
  t.lead,
  t.words,
  t.pages,
  t.media_type,
  t.hash,
  t.text_hash,
  t.read,
  t.starred,
  t.archived,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM document_link_item WHERE owner = t.id ORDER BY position)) AS links
FROM document AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW extract_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  (SELECT ref FROM document_ref WHERE id = t.document) AS document,
  t.start,
  t.end,
  t.quote,
  t.prefix,
  t.suffix,
  t.text_hash,
  t.page,
  t.note,
  t.tags
FROM extract AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW place_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  t.name_fr, t.name_en,
  t.kind,
  t.country,
  (SELECT ref FROM place_ref WHERE id = t.parent) AS parent,
  t.latitude,
  t.longitude,
  t.precision,
  t.population,
  t.pcode,
  t.geonames,
  t.key,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM place_name_item WHERE owner = t.id ORDER BY position)) AS names,
  t.note_fr, t.note_en
FROM place AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW corridor_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  t.name_fr, t.name_en,
  t.code,
  t.country,
  t.carries_fr, t.carries_en,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM corridor_stop_item WHERE owner = t.id ORDER BY position)) AS stops,
  t.key,
  t.note_fr, t.note_en
FROM corridor AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW actor_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  t.name_fr, t.name_en,
  t.short_name,
  t.kind,
  t.family,
  t.country,
  (SELECT ref FROM actor_ref WHERE id = t.parent) AS parent,
  t.founded, t.founded_text, t.founded_first, t.founded_last,
  t.dissolved, t.dissolved_text, t.dissolved_first, t.dissolved_last,
  t.status,
  t.summary_fr, t.summary_en,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM actor_alias_item WHERE owner = t.id ORDER BY position)) AS aliases,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM actor_role_item WHERE owner = t.id ORDER BY position)) AS roles,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM actor_area_item WHERE owner = t.id ORDER BY position)) AS areas
FROM actor AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW relation_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  (SELECT ref FROM actor_ref WHERE id = t.subject) AS subject,
  t.kind,
  (SELECT ref FROM actor_ref WHERE id = t.object) AS object,
  t.since, t.since_text, t.since_first, t.since_last,
  t.until, t.until_text, t.until_first, t.until_last,
  t.summary_fr, t.summary_en
FROM relation AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW alliance_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (DISTINCT extract) FROM record_extract WHERE record = r.id) AS n_extracts,
  t.name_fr, t.name_en,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM alliance_party_item WHERE owner = t.id ORDER BY position)) AS parties,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM alliance_label_item WHERE owner = t.id ORDER BY position)) AS labels,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM alliance_trait_item WHERE owner = t.id ORDER BY position)) AS traits,
  (SELECT ref FROM actor_ref WHERE id = t.adversary) AS adversary,
  t.goal_fr, t.goal_en,
  (SELECT ref FROM event_ref WHERE id = t.first_act) AS first_act,
  t.since, t.since_text, t.since_first, t.since_last,
  t.until, t.until_text, t.until_first, t.until_last,
  (SELECT ref FROM instrument_ref WHERE id = t.instrument) AS instrument,
  t.durability,
  t.durability_reason_fr, t.durability_reason_en,
  (SELECT ref FROM source_ref WHERE id = t.judged_by) AS judged_by,
  t.summary_fr, t.summary_en
FROM alliance AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW event_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  t.title_fr, t.title_en,
  t.type,
  t.subtype,
  t.date, t.date_text, t.date_first, t.date_last,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM event_place_item WHERE owner = t.id ORDER BY position)) AS places,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM event_actor_item WHERE owner = t.id ORDER BY position)) AS actors,
  t.fatalities_low,
  t.fatalities_high,
  t.fatalities_note_fr, t.fatalities_note_en,
  t.summary_fr, t.summary_en,
  t.effects_fr, t.effects_en,
  t.key_fact,
  t.external_id
FROM event AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW restriction_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  t.title_fr, t.title_en,
  t.kind,
  (SELECT ref FROM actor_ref WHERE id = t.imposed_by) AS imposed_by,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM restriction_stretch_item WHERE owner = t.id ORDER BY position)) AS stretches,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM restriction_place_item WHERE owner = t.id ORDER BY position)) AS places,
  t.since, t.since_text, t.since_first, t.since_last,
  t.until, t.until_text, t.until_first, t.until_last,
  t.terms_fr, t.terms_en,
  t.exemptions_fr, t.exemptions_en,
  t.announced_fr, t.announced_en,
  (SELECT ref FROM actor_ref WHERE id = t.announced_by) AS announced_by,
  (SELECT ref FROM actor_ref WHERE id = t.denied_by) AS denied_by,
  t.severity,
  t.effects_fr, t.effects_en
FROM restriction AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW control_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  (SELECT ref FROM place_ref WHERE id = t.place) AS place,
  (SELECT ref FROM actor_ref WHERE id = t.holder) AS holder,
  t.kind,
  t.since, t.since_text, t.since_first, t.since_last,
  t.until, t.until_text, t.until_first, t.until_last,
  t.retained,
  t.summary_fr, t.summary_en
FROM control AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW claim_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (DISTINCT extract) FROM record_extract WHERE record = r.id) AS n_extracts,
  t.proposition_fr, t.proposition_en,
  (SELECT ref FROM any_ref WHERE id = t.about) AS about,
  t.date, t.date_text, t.date_first, t.date_last,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM claim_statement_item WHERE owner = t.id ORDER BY position)) AS statements,
  t.retained_fr, t.retained_en
FROM claim AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW instrument_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  t.title_fr, t.title_en,
  t.kind,
  t.date, t.date_text, t.date_first, t.date_last,
  t.status,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM instrument_party_item WHERE owner = t.id ORDER BY position)) AS parties,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM instrument_clause_item WHERE owner = t.id ORDER BY position)) AS clauses,
  t.summary_fr, t.summary_en
FROM instrument AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW figure_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  t.label_fr, t.label_en,
  t.low,
  t.high,
  t.unit_fr, t.unit_en,
  t.qualifier_fr, t.qualifier_en,
  (SELECT ref FROM place_ref WHERE id = t.place) AS place,
  (SELECT ref FROM any_ref WHERE id = t.about) AS about,
  t.date, t.date_text, t.date_first, t.date_last,
  t.note_fr, t.note_en
FROM figure AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW indicator_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (DISTINCT extract) FROM record_extract WHERE record = r.id) AS n_extracts,
  t.statement_fr, t.statement_en,
  (SELECT ref FROM scenario_ref WHERE id = t.scenario) AS scenario,
  t.polarity,
  t.state,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM indicator_sign_item WHERE owner = t.id ORDER BY position)) AS signs
FROM indicator AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW scenario_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  t.title_fr, t.title_en,
  t.text_fr, t.text_en,
  t.horizon_fr, t.horizon_en,
  t.scale,
  t.band,
  t.confidence,
  t.drivers_fr, t.drivers_en
FROM scenario AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW judgement_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  t.proposition_fr, t.proposition_en,
  (SELECT ref FROM scenario_ref WHERE id = t.scenario) AS scenario,
  t.horizon_fr, t.horizon_en,
  t.scale,
  t.band,
  t.confidence,
  (SELECT ref FROM source_ref WHERE id = t.judged_by) AS judged_by,
  t.date, t.date_text, t.date_first, t.date_last,
  t.reasons_fr, t.reasons_en,
  t.topic
FROM judgement AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW recommendation_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  t.action_fr, t.action_en,
  t.addressee_fr, t.addressee_en,
  t.horizon_fr, t.horizon_en,
  t.priority,
  t.audience
FROM recommendation AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW dossier_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  t.title_fr, t.title_en,
  t.summary_fr, t.summary_en,
  t.first, t.first_text, t.first_first, t.first_last,
  t.last, t.last_text, t.last_first, t.last_last,
  t.country
FROM dossier AS t JOIN record AS r ON r.id = t.id;

CREATE VIEW briefing_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  t.title_fr, t.title_en,
  t.template,
  t.languages,
  (SELECT ref FROM dossier_ref WHERE id = t.dossier) AS dossier,
  t.first, t.first_text, t.first_first, t.first_last,
  t.last, t.last_text, t.last_first, t.last_last,
  t.as_of, t.as_of_text, t.as_of_first, t.as_of_last,
  t.cutoff,
  t.tag_fr, t.tag_en,
  t.marking,
  t.author,
  t.institution,
  t.number,
  t.issued,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM briefing_section_item WHERE owner = t.id ORDER BY position)) AS sections
FROM briefing AS t JOIN record AS r ON r.id = t.id;

-- What records rest on (sb_evidence_schema), with all that is needed to show
-- and cite it. Extracts that are named in a list of the record support it.
CREATE VIEW record_evidence (record, extract, stance, credibility) AS
SELECT record, extract, stance, credibility FROM evidence
UNION ALL
SELECT DISTINCT e.record, e.extract, 'supports', NULL FROM record_extract AS e
WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE record = e.record AND extract = e.extract);

CREATE VIEW evidence_row AS
SELECT
  e.record AS record_id,
  (SELECT ref FROM any_ref WHERE id = e.record) AS record,
  (SELECT ref FROM extract_ref WHERE id = e.extract) AS extract,
  e.stance,
  e.credibility,
  x.quote,
  x.page,
  x.start,
  (SELECT ref FROM document_ref WHERE id = d.id) AS document,
  d.byline,
  d.date, d.date_text, d.date_first, d.date_last,
  d.language,
  d.url,
  d.reference,
  (SELECT ref FROM source_ref WHERE id = d.source) AS source,
  (SELECT reliability FROM source WHERE id = d.source) AS reliability,
  -- Back along republications and translations to one that is neither; in a
  -- ring of them, the one stored first.
  (WITH RECURSIVE earlier (id) AS (
     SELECT d.id
     UNION
     SELECT l.document FROM document_link AS l JOIN earlier ON l.owner = earlier.id
     WHERE l.relation IN ('republishes', 'translates'))
   SELECT ref FROM document_ref WHERE id = (
     SELECT earlier.id FROM earlier
     ORDER BY EXISTS (SELECT 1 FROM document_link WHERE owner = earlier.id AND relation IN ('republishes', 'translates')), earlier.id
     LIMIT 1)) AS origin
FROM record_evidence AS e
JOIN extract AS x ON x.id = e.extract
JOIN document AS d ON d.id = x.document;

-- Which record names which: target is what is named; binding is 1 when the
-- record cannot be without it and goes when it goes.
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
UNION ALL SELECT owner, corridor, 0 FROM restriction_stretch
UNION ALL SELECT owner, origin, 0 FROM restriction_stretch WHERE origin IS NOT NULL
UNION ALL SELECT owner, destination, 0 FROM restriction_stretch WHERE destination IS NOT NULL
UNION ALL SELECT owner, place, 0 FROM restriction_place
UNION ALL SELECT id, place, 1 FROM control WHERE place IS NOT NULL
UNION ALL SELECT id, holder, 1 FROM control WHERE holder IS NOT NULL
UNION ALL SELECT id, about, 0 FROM claim WHERE about IS NOT NULL
UNION ALL SELECT owner, speaker, 0 FROM claim_statement
UNION ALL SELECT owner, extract, 0 FROM claim_statement WHERE extract IS NOT NULL
UNION ALL SELECT owner, actor, 0 FROM instrument_party
UNION ALL SELECT id, place, 0 FROM figure WHERE place IS NOT NULL
UNION ALL SELECT id, about, 0 FROM figure WHERE about IS NOT NULL
UNION ALL SELECT id, scenario, 0 FROM indicator WHERE scenario IS NOT NULL
UNION ALL SELECT owner, extract, 0 FROM indicator_sign WHERE extract IS NOT NULL
UNION ALL SELECT id, scenario, 0 FROM judgement WHERE scenario IS NOT NULL
UNION ALL SELECT id, judged_by, 0 FROM judgement WHERE judged_by IS NOT NULL
UNION ALL SELECT id, dossier, 0 FROM briefing WHERE dossier IS NOT NULL;
