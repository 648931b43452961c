-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- A briefing owns its outline, is commented on, and is frozen when it is issued.

-- Names of blocks in their order, separated by semicolons; NULL for that of the template.
ALTER TABLE briefing ADD COLUMN blocks TEXT;
-- Lines "Key=value" that go before those of the template.
ALTER TABLE briefing ADD COLUMN settings TEXT;
ALTER TABLE briefing ADD COLUMN distribution TEXT;
-- A data: address with the picture itself.
ALTER TABLE briefing ADD COLUMN logo TEXT;

-- Of a block that the template lacks: its kind, by the name it has in a template.
ALTER TABLE briefing_section ADD COLUMN kind TEXT;
-- Lines "Key=value" that go before those of the template.
ALTER TABLE briefing_section ADD COLUMN keys TEXT;
ALTER TABLE briefing_section ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
-- What the block was filled with when a text took its place.
ALTER TABLE briefing_section ADD COLUMN made_from_fr TEXT;
ALTER TABLE briefing_section ADD COLUMN made_from_en TEXT;

-- What somebody remarks on a block of a briefing, or on all of it.
CREATE TABLE briefing_comment (
  owner INTEGER NOT NULL REFERENCES briefing (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  -- NULL for all of the briefing.
  block TEXT,
  author TEXT,
  written INTEGER,
  -- The words that it is about.
  passage TEXT,
  text TEXT NOT NULL,
  done INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- Briefings as they were issued, which nothing changes any more. The UUID and not the
-- number of the record names the briefing, because it may be removed and brought back.
CREATE TABLE briefing_issue (
  id INTEGER PRIMARY KEY,
  briefing TEXT NOT NULL,
  -- Of the issue, from 1.
  number INTEGER NOT NULL,
  time INTEGER NOT NULL,
  -- The record, as in docs/dossier-format.md.
  record TEXT NOT NULL,
  -- SHA-256 of that text.
  hash TEXT NOT NULL,
  -- The last unit of work of the history when it was issued: what the catalogue knew.
  history INTEGER NOT NULL,
  -- What the checks found and was let stand, as JSON.
  findings TEXT,
  -- Why it was issued again.
  reason_fr TEXT,
  reason_en TEXT,
  UNIQUE (briefing, number)
) STRICT;

-- The pages of an issue.
CREATE TABLE briefing_issue_edition (
  issue INTEGER NOT NULL REFERENCES briefing_issue (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  -- How many.
  sheets INTEGER NOT NULL,
  -- What each block prints, as JSON: [{"block", "heading", "text"}].
  content TEXT NOT NULL,
  -- SHA-256 of the PDF file.
  hash TEXT NOT NULL,
  pdf BLOB NOT NULL,
  PRIMARY KEY (issue, language)
) STRICT;

-- Items of lists as JSON objects, as in 002.sql.
DROP VIEW briefing_row;
DROP VIEW briefing_section_item;

CREATE VIEW briefing_section_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'block', i.block,
  'title_fr', i.title_fr, 'title_en', i.title_en,
  'text_fr', i.text_fr, 'text_en', i.text_en,
  'manual', i.manual,
  'kind', i.kind,
  'keys', i.keys,
  'hidden', i.hidden,
  'made_from_fr', i.made_from_fr, 'made_from_en', i.made_from_en)
FROM briefing_section AS i;

CREATE VIEW briefing_comment_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'block', i.block,
  'author', i.author,
  'written', i.written,
  'passage', i.passage,
  'text', i.text,
  'done', i.done)
FROM briefing_comment AS i;

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
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM briefing_section_item WHERE owner = t.id ORDER BY position)) AS sections,
  t.blocks,
  t.settings,
  t.distribution,
  t.logo,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM briefing_comment_item WHERE owner = t.id ORDER BY position)) AS comments
FROM briefing AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;
