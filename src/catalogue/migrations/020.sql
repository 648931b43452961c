-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- The files that are published with a document.

-- What the publisher says of each. One that was fetched is a document of its own, with
-- this address, and a link that says what it is attached to.
CREATE TABLE document_attachment (
  owner INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  url TEXT NOT NULL,
  name TEXT,
  media_type TEXT,
  -- In bytes.
  size INTEGER,
  pages INTEGER,
  description TEXT,
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;

-- Items of lists as JSON objects, as in 002.sql.
DROP VIEW document_row;

CREATE VIEW document_attachment_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'url', i.url,
  'name', i.name,
  'media_type', i.media_type,
  'size', i.size,
  'pages', i.pages,
  'description', i.description)
FROM document_attachment AS i;

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
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM document_link_item WHERE owner = t.id ORDER BY position)) AS links,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM document_capture_item WHERE owner = t.id ORDER BY position)) AS captures,
  (SELECT json_group_array (json (item)) FROM (SELECT item FROM document_attachment_item WHERE owner = t.id ORDER BY position)) AS attachments,
  (SELECT r.ref FROM document_group AS g JOIN document_ref AS r ON r.id = g.first WHERE g.document = t.id) AS first,
  (SELECT nullif (count (*), 0) FROM document_group WHERE first = t.id) AS republications
FROM document AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;
