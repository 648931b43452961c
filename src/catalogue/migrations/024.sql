-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- References that are written by hand, and names of sources, are in two languages.

DROP VIEW evidence_row;
DROP VIEW document_row;

-- What was written is in the language of its document where that is English, and else
-- French, as is what is read of older dossiers.
ALTER TABLE document RENAME COLUMN reference TO reference_fr;
ALTER TABLE document ADD COLUMN reference_en TEXT;
UPDATE document SET reference_en = reference_fr, reference_fr = NULL
WHERE reference_fr IS NOT NULL AND (language = 'en' OR language LIKE 'en-%');

-- A name that is the same in both languages is there in one; one of the two there is.
ALTER TABLE source ADD COLUMN name_fr TEXT;
ALTER TABLE source ADD COLUMN name_en TEXT;
UPDATE source SET name_fr = name;

DROP VIEW source_row;
DROP VIEW source_ref;

-- As in 002.sql.
CREATE VIEW source_ref (id, ref) AS
SELECT t.id, json_object ('id', t.id, 'kind', 'source', 'uuid', r.uuid, 'fr', t.name_fr, 'en', t.name_en)
FROM source AS t JOIN record AS r ON r.id = t.id;

-- As in 003.sql.
CREATE VIEW source_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  t.name_fr, t.name_en,
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

ALTER TABLE source DROP COLUMN name;

-- As in 020.sql.
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
  t.reference_fr, t.reference_en,
  t.lead,
  t.words,
  t.pages,
  t.media_type,
  t.hash,
  t.text_hash,
  t.read,
  t.starred,
  t.archived,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM document_link_item WHERE owner = t.id ORDER BY position)) AS links,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM document_capture_item WHERE owner = t.id ORDER BY position)) AS captures,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM document_attachment_item WHERE owner = t.id ORDER BY position)) AS attachments,
  (SELECT r.ref FROM document_group AS g JOIN document_ref AS r ON r.id = g.first WHERE g.document = t.id) AS first,
  (SELECT nullif (count (*), 0) FROM document_group WHERE first = t.id) AS republications
FROM document AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

-- As in 003.sql, with when the document was fetched.
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
  d.fetched,
  d.reference_fr, d.reference_en,
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
