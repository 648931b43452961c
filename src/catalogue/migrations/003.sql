-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- What the documents of analysts make a record hold beyond version 2: versions
-- that disagree, for records of every kind; speakers without a name; days of
-- announcement and denial; what a number is a share of; parallels in history.

-- Views that name what changes below.

DROP VIEW source_row;
DROP VIEW feed_row;
DROP VIEW document_row;
DROP VIEW extract_row;
DROP VIEW place_row;
DROP VIEW corridor_row;
DROP VIEW actor_row;
DROP VIEW relation_row;
DROP VIEW alliance_row;
DROP VIEW event_row;
DROP VIEW restriction_row;
DROP VIEW control_row;
DROP VIEW claim_row;
DROP VIEW instrument_row;
DROP VIEW figure_row;
DROP VIEW indicator_row;
DROP VIEW scenario_row;
DROP VIEW judgement_row;
DROP VIEW recommendation_row;
DROP VIEW dossier_row;
DROP VIEW briefing_row;
DROP VIEW evidence_row;
DROP VIEW record_evidence;
DROP VIEW record_extract;
DROP VIEW reference;
DROP VIEW claim_statement_item;

-- Records that answer one question differently stand side by side: who holds
-- Kidal, when the blockade was announced. The topic is a UUID that stands for
-- the question. At most one of them is retained by the analyst.
CREATE TABLE version (
  record INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  topic TEXT NOT NULL,
  retained INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX version_topic_index ON version (topic);
CREATE UNIQUE INDEX version_retained_index ON version (topic) WHERE retained;

-- Until now only control had versions: those of one place, where there are
-- several or one was retained. The topic is the UUID of the one retained last,
-- or else of the first, so that it is the same in every copy of a catalogue. A
-- place where several were retained had several questions: the others get one
-- each.
INSERT INTO version (record, topic, retained)
SELECT
  c.id,
  CASE WHEN c.retained THEN r.uuid ELSE (
    SELECT o.uuid FROM control AS n JOIN record AS o ON o.id = n.id
    WHERE n.place = c.place
    ORDER BY n.retained DESC, CASE WHEN n.retained THEN n.since_first END DESC, o.uuid
    LIMIT 1) END,
  c.retained
FROM control AS c JOIN record AS r ON r.id = c.id
WHERE c.retained OR (SELECT count (*) FROM control WHERE place = c.place) > 1;
ALTER TABLE control DROP COLUMN retained;

-- What is kept of earlier work is read by the same rules as any record.
UPDATE history_entry SET
  before = json_remove (before, '$[0].retained'),
  after = json_remove (after, '$[0].retained')
WHERE kind = 'control';

ALTER TABLE actor ADD COLUMN title_fr TEXT;
ALTER TABLE actor ADD COLUMN title_en TEXT;
ALTER TABLE actor ADD COLUMN sector_fr TEXT;
ALTER TABLE actor ADD COLUMN sector_en TEXT;
ALTER TABLE actor ADD COLUMN goal_fr TEXT;
ALTER TABLE actor ADD COLUMN goal_en TEXT;

ALTER TABLE relation ADD COLUMN basis_fr TEXT;
ALTER TABLE relation ADD COLUMN basis_en TEXT;

ALTER TABLE alliance ADD COLUMN judged_on TEXT;
ALTER TABLE alliance ADD COLUMN judged_on_text TEXT;
ALTER TABLE alliance ADD COLUMN judged_on_first INTEGER;
ALTER TABLE alliance ADD COLUMN judged_on_last INTEGER;

ALTER TABLE restriction ADD COLUMN announced_on TEXT;
ALTER TABLE restriction ADD COLUMN announced_on_text TEXT;
ALTER TABLE restriction ADD COLUMN announced_on_first INTEGER;
ALTER TABLE restriction ADD COLUMN announced_on_last INTEGER;
ALTER TABLE restriction ADD COLUMN denied_on TEXT;
ALTER TABLE restriction ADD COLUMN denied_on_text TEXT;
ALTER TABLE restriction ADD COLUMN denied_on_first INTEGER;
ALTER TABLE restriction ADD COLUMN denied_on_last INTEGER;
ALTER TABLE restriction ADD COLUMN denied_fr TEXT;
ALTER TABLE restriction ADD COLUMN denied_en TEXT;

ALTER TABLE instrument ADD COLUMN owner INTEGER REFERENCES record (id) ON DELETE SET NULL;
ALTER TABLE instrument ADD COLUMN ended TEXT;
ALTER TABLE instrument ADD COLUMN ended_text TEXT;
ALTER TABLE instrument ADD COLUMN ended_first INTEGER;
ALTER TABLE instrument ADD COLUMN ended_last INTEGER;

ALTER TABLE figure ADD COLUMN kind TEXT;
ALTER TABLE figure ADD COLUMN base_fr TEXT;
ALTER TABLE figure ADD COLUMN base_en TEXT;
ALTER TABLE figure ADD COLUMN source INTEGER REFERENCES record (id) ON DELETE SET NULL;

ALTER TABLE scenario ADD COLUMN wording TEXT;

ALTER TABLE judgement ADD COLUMN place INTEGER REFERENCES record (id) ON DELETE SET NULL;
ALTER TABLE judgement ADD COLUMN wording TEXT;
ALTER TABLE judgement ADD COLUMN held_by INTEGER REFERENCES record (id) ON DELETE SET NULL;
ALTER TABLE judgement ADD COLUMN compared TEXT;
ALTER TABLE judgement ADD COLUMN compared_text TEXT;
ALTER TABLE judgement ADD COLUMN compared_first INTEGER;
ALTER TABLE judgement ADD COLUMN compared_last INTEGER;

ALTER TABLE recommendation ADD COLUMN advised_by INTEGER REFERENCES record (id) ON DELETE SET NULL;
ALTER TABLE recommendation ADD COLUMN date TEXT;
ALTER TABLE recommendation ADD COLUMN date_text TEXT;
ALTER TABLE recommendation ADD COLUMN date_first INTEGER;
ALTER TABLE recommendation ADD COLUMN date_last INTEGER;

-- Whom a restriction is aimed at: a company that is banned, a community.
CREATE TABLE restriction_target (
  owner INTEGER NOT NULL REFERENCES restriction (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- The events by which a restriction was enforced.
CREATE TABLE restriction_enforcement (
  owner INTEGER NOT NULL REFERENCES restriction (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  event INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- Meetings held under an instrument.
CREATE TABLE instrument_meeting (
  owner INTEGER NOT NULL REFERENCES instrument (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  event INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- In what a parallel holds and in what it does not; what a narrative brings about.
CREATE TABLE judgement_point (
  owner INTEGER NOT NULL REFERENCES judgement (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  text_fr TEXT,
  text_en TEXT,
  extract INTEGER REFERENCES record (id) ON DELETE SET NULL,
  CHECK (text_fr IS NOT NULL OR text_en IS NOT NULL),
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

ALTER TABLE claim_statement RENAME TO claim_statement_2;

-- Who said what about a claim. A speaker who is not named is described.
CREATE TABLE claim_statement (
  owner INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  speaker INTEGER REFERENCES record (id) ON DELETE CASCADE,
  attribution_fr TEXT,
  attribution_en TEXT,
  anonymity_fr TEXT,
  anonymity_en TEXT,
  role_fr TEXT,
  role_en TEXT,
  stance TEXT NOT NULL,
  date TEXT,
  date_text TEXT,
  date_first INTEGER,
  date_last INTEGER,
  venue_fr TEXT,
  venue_en TEXT,
  words TEXT,
  language TEXT,
  extract INTEGER REFERENCES record (id) ON DELETE SET NULL,
  credibility TEXT,
  CHECK (speaker IS NOT NULL OR attribution_fr IS NOT NULL OR attribution_en IS NOT NULL),
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

INSERT INTO claim_statement (owner, position, speaker, role_fr, role_en, stance, date, date_text, date_first, date_last, venue_fr, venue_en, words, language, extract)
SELECT owner, position, speaker, role_fr, role_en, stance, date, date_text, date_first, date_last, venue_fr, venue_en, words, language, extract FROM claim_statement_2;
DROP TABLE claim_statement_2;

CREATE INDEX claim_statement_speaker_index ON claim_statement (speaker);
CREATE INDEX claim_statement_extract_index ON claim_statement (extract);
CREATE INDEX restriction_target_actor_index ON restriction_target (actor);
CREATE INDEX restriction_enforcement_event_index ON restriction_enforcement (event);
CREATE INDEX instrument_owner_index ON instrument (owner);
CREATE INDEX instrument_meeting_event_index ON instrument_meeting (event);
CREATE INDEX figure_source_index ON figure (source);
CREATE INDEX judgement_place_index ON judgement (place);
CREATE INDEX judgement_held_by_index ON judgement (held_by);
CREATE INDEX judgement_point_extract_index ON judgement_point (extract);
CREATE INDEX recommendation_advised_by_index ON recommendation (advised_by);

-- The extracts that a record rests on, those named in its lists included.
CREATE VIEW record_extract (record, extract) AS
SELECT record, extract FROM evidence
UNION ALL SELECT owner, extract FROM alliance_label WHERE extract IS NOT NULL
UNION ALL SELECT owner, extract FROM alliance_trait WHERE extract IS NOT NULL
UNION ALL SELECT owner, extract FROM claim_statement WHERE extract IS NOT NULL
UNION ALL SELECT owner, extract FROM indicator_sign WHERE extract IS NOT NULL
UNION ALL SELECT owner, extract FROM judgement_point WHERE extract IS NOT NULL;

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
UNION ALL SELECT owner, actor, 0 FROM restriction_target
UNION ALL SELECT owner, event, 0 FROM restriction_enforcement
UNION ALL SELECT owner, corridor, 0 FROM restriction_stretch
UNION ALL SELECT owner, origin, 0 FROM restriction_stretch WHERE origin IS NOT NULL
UNION ALL SELECT owner, destination, 0 FROM restriction_stretch WHERE destination IS NOT NULL
UNION ALL SELECT owner, place, 0 FROM restriction_place
UNION ALL SELECT id, place, 1 FROM control WHERE place IS NOT NULL
UNION ALL SELECT id, holder, 1 FROM control WHERE holder IS NOT NULL
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

-- Items of lists as JSON objects, as in 002.sql.

CREATE VIEW restriction_target_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'actor', (SELECT json (ref) FROM actor_ref WHERE id = i.actor))
FROM restriction_target AS i;

CREATE VIEW restriction_enforcement_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'event', (SELECT json (ref) FROM event_ref WHERE id = i.event))
FROM restriction_enforcement AS i;

CREATE VIEW claim_statement_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'speaker', (SELECT json (ref) FROM actor_ref WHERE id = i.speaker),
  'attribution_fr', i.attribution_fr, 'attribution_en', i.attribution_en,
  'anonymity_fr', i.anonymity_fr, 'anonymity_en', i.anonymity_en,
  'role_fr', i.role_fr, 'role_en', i.role_en,
  'stance', i.stance,
  'date', i.date, 'date_text', i.date_text,
  'venue_fr', i.venue_fr, 'venue_en', i.venue_en,
  'words', i.words,
  'language', i.language,
  'extract', (SELECT json (ref) FROM extract_ref WHERE id = i.extract),
  'credibility', i.credibility)
FROM claim_statement AS i;

CREATE VIEW instrument_meeting_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'event', (SELECT json (ref) FROM event_ref WHERE id = i.event))
FROM instrument_meeting AS i;

CREATE VIEW judgement_point_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'kind', i.kind,
  'text_fr', i.text_fr, 'text_en', i.text_en,
  'extract', (SELECT json (ref) FROM extract_ref WHERE id = i.extract))
FROM judgement_point AS i;

-- Records, as in 002.sql, each with the question that it is a version of.

CREATE VIEW source_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  t.name,
  t.kind,
  t.country,
  t.languages,
  t.url,
  t.reliability,
  t.descriptor_fr, t.descriptor_en,
  t.note_fr, t.note_en
FROM source AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

CREATE VIEW feed_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
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
FROM feed AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

CREATE VIEW document_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
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
FROM document AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

CREATE VIEW extract_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
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
FROM extract AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

CREATE VIEW place_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
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
FROM place AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

CREATE VIEW corridor_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  t.name_fr, t.name_en,
  t.code,
  t.country,
  t.carries_fr, t.carries_en,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM corridor_stop_item WHERE owner = t.id ORDER BY position)) AS stops,
  t.key,
  t.note_fr, t.note_en
FROM corridor AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

CREATE VIEW actor_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  t.name_fr, t.name_en,
  t.short_name,
  t.title_fr, t.title_en,
  t.kind,
  t.family,
  t.country,
  t.sector_fr, t.sector_en,
  (SELECT ref FROM actor_ref WHERE id = t.parent) AS parent,
  t.founded, t.founded_text, t.founded_first, t.founded_last,
  t.dissolved, t.dissolved_text, t.dissolved_first, t.dissolved_last,
  t.status,
  t.goal_fr, t.goal_en,
  t.summary_fr, t.summary_en,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM actor_alias_item WHERE owner = t.id ORDER BY position)) AS aliases,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM actor_role_item WHERE owner = t.id ORDER BY position)) AS roles,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM actor_area_item WHERE owner = t.id ORDER BY position)) AS areas
FROM actor AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

CREATE VIEW relation_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  (SELECT ref FROM actor_ref WHERE id = t.subject) AS subject,
  t.kind,
  (SELECT ref FROM actor_ref WHERE id = t.object) AS object,
  t.since, t.since_text, t.since_first, t.since_last,
  t.until, t.until_text, t.until_first, t.until_last,
  t.basis_fr, t.basis_en,
  t.summary_fr, t.summary_en
FROM relation AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

CREATE VIEW alliance_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (DISTINCT extract) FROM record_extract WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
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
  t.judged_on, t.judged_on_text, t.judged_on_first, t.judged_on_last,
  t.summary_fr, t.summary_en
FROM alliance AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

CREATE VIEW event_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
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
FROM event AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

CREATE VIEW restriction_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  t.title_fr, t.title_en,
  t.kind,
  (SELECT ref FROM actor_ref WHERE id = t.imposed_by) AS imposed_by,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM restriction_stretch_item WHERE owner = t.id ORDER BY position)) AS stretches,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM restriction_place_item WHERE owner = t.id ORDER BY position)) AS places,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM restriction_target_item WHERE owner = t.id ORDER BY position)) AS targets,
  t.since, t.since_text, t.since_first, t.since_last,
  t.until, t.until_text, t.until_first, t.until_last,
  t.terms_fr, t.terms_en,
  t.exemptions_fr, t.exemptions_en,
  t.announced_fr, t.announced_en,
  t.announced_on, t.announced_on_text, t.announced_on_first, t.announced_on_last,
  (SELECT ref FROM actor_ref WHERE id = t.announced_by) AS announced_by,
  (SELECT ref FROM actor_ref WHERE id = t.denied_by) AS denied_by,
  t.denied_on, t.denied_on_text, t.denied_on_first, t.denied_on_last,
  t.denied_fr, t.denied_en,
  t.severity,
  t.effects_fr, t.effects_en,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM restriction_enforcement_item WHERE owner = t.id ORDER BY position)) AS enforcements
FROM restriction AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

CREATE VIEW control_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  (SELECT ref FROM place_ref WHERE id = t.place) AS place,
  (SELECT ref FROM actor_ref WHERE id = t.holder) AS holder,
  t.kind,
  t.since, t.since_text, t.since_first, t.since_last,
  t.until, t.until_text, t.until_first, t.until_last,
  t.summary_fr, t.summary_en
FROM control AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

CREATE VIEW claim_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (DISTINCT extract) FROM record_extract WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  t.proposition_fr, t.proposition_en,
  (SELECT ref FROM any_ref WHERE id = t.about) AS about,
  t.date, t.date_text, t.date_first, t.date_last,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM claim_statement_item WHERE owner = t.id ORDER BY position)) AS statements,
  t.retained_fr, t.retained_en
FROM claim AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

CREATE VIEW instrument_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  t.title_fr, t.title_en,
  t.kind,
  (SELECT ref FROM actor_ref WHERE id = t.owner) AS owner,
  t.date, t.date_text, t.date_first, t.date_last,
  t.status,
  t.ended, t.ended_text, t.ended_first, t.ended_last,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM instrument_party_item WHERE owner = t.id ORDER BY position)) AS parties,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM instrument_clause_item WHERE owner = t.id ORDER BY position)) AS clauses,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM instrument_meeting_item WHERE owner = t.id ORDER BY position)) AS meetings,
  t.summary_fr, t.summary_en
FROM instrument AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

CREATE VIEW figure_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  t.label_fr, t.label_en,
  t.kind,
  t.low,
  t.high,
  t.unit_fr, t.unit_en,
  t.base_fr, t.base_en,
  t.qualifier_fr, t.qualifier_en,
  (SELECT ref FROM place_ref WHERE id = t.place) AS place,
  (SELECT ref FROM any_ref WHERE id = t.about) AS about,
  (SELECT ref FROM source_ref WHERE id = t.source) AS source,
  t.date, t.date_text, t.date_first, t.date_last,
  t.note_fr, t.note_en
FROM figure AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

CREATE VIEW indicator_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (DISTINCT extract) FROM record_extract WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  t.statement_fr, t.statement_en,
  (SELECT ref FROM scenario_ref WHERE id = t.scenario) AS scenario,
  t.polarity,
  t.state,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM indicator_sign_item WHERE owner = t.id ORDER BY position)) AS signs
FROM indicator AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

CREATE VIEW scenario_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  t.title_fr, t.title_en,
  t.text_fr, t.text_en,
  t.horizon_fr, t.horizon_en,
  t.scale,
  t.band,
  t.wording,
  t.confidence,
  t.drivers_fr, t.drivers_en
FROM scenario AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

CREATE VIEW judgement_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (DISTINCT extract) FROM record_extract WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  t.proposition_fr, t.proposition_en,
  (SELECT ref FROM scenario_ref WHERE id = t.scenario) AS scenario,
  (SELECT ref FROM place_ref WHERE id = t.place) AS place,
  t.horizon_fr, t.horizon_en,
  t.scale,
  t.band,
  t.wording,
  t.confidence,
  (SELECT ref FROM source_ref WHERE id = t.judged_by) AS judged_by,
  (SELECT ref FROM actor_ref WHERE id = t.held_by) AS held_by,
  t.date, t.date_text, t.date_first, t.date_last,
  t.reasons_fr, t.reasons_en,
  t.compared, t.compared_text, t.compared_first, t.compared_last,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM judgement_point_item WHERE owner = t.id ORDER BY position)) AS points,
  t.topic
FROM judgement AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

CREATE VIEW recommendation_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  t.action_fr, t.action_en,
  t.addressee_fr, t.addressee_en,
  (SELECT ref FROM source_ref WHERE id = t.advised_by) AS advised_by,
  t.date, t.date_text, t.date_first, t.date_last,
  t.horizon_fr, t.horizon_en,
  t.priority,
  t.audience
FROM recommendation AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

CREATE VIEW dossier_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  t.title_fr, t.title_en,
  t.summary_fr, t.summary_en,
  t.first, t.first_text, t.first_first, t.first_last,
  t.last, t.last_text, t.last_first, t.last_last,
  t.country
FROM dossier AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

CREATE VIEW briefing_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
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
FROM briefing AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;
