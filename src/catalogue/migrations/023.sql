-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- Quotations are translated, beside their own words.

-- The quotation in each language, and who put it into that language; NULL for nobody
-- who is named.
ALTER TABLE extract ADD COLUMN translation_fr TEXT;
ALTER TABLE extract ADD COLUMN translation_en TEXT;
ALTER TABLE extract ADD COLUMN translator_fr TEXT;
ALTER TABLE extract ADD COLUMN translator_en TEXT;

-- The same of the words of a statement.
ALTER TABLE claim_statement ADD COLUMN translation_fr TEXT;
ALTER TABLE claim_statement ADD COLUMN translation_en TEXT;
ALTER TABLE claim_statement ADD COLUMN translator_fr TEXT;
ALTER TABLE claim_statement ADD COLUMN translator_en TEXT;

-- As in 003.sql, with the translations.
DROP VIEW claim_row;
DROP VIEW claim_statement_item;
DROP VIEW extract_row;

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
  'translation_fr', i.translation_fr, 'translation_en', i.translation_en,
  'translator_fr', i.translator_fr, 'translator_en', i.translator_en,
  'extract', (SELECT json (ref) FROM extract_ref WHERE id = i.extract),
  'credibility', i.credibility)
FROM claim_statement AS i;

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

CREATE VIEW extract_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  (SELECT ref FROM document_ref WHERE id = t.document) AS document,
  t.start,
  t.end,
  t.quote,
  t.translation_fr, t.translation_en,
  t.translator_fr, t.translator_en,
  t.prefix,
  t.suffix,
  t.text_hash,
  t.page,
  t.note,
  t.tags
FROM extract AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;
