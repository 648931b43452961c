-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- Feeds that hold summaries only have the pages of their entries fetched; what servers
-- answered with is kept.

ALTER TABLE feed ADD COLUMN full_text INTEGER NOT NULL DEFAULT 0;

-- What a server answered with when the page of a document was asked for. The bytes are
-- in original, by their hash.
CREATE TABLE document_capture (
  owner INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  url TEXT NOT NULL,
  time INTEGER NOT NULL,
  status INTEGER,
  media_type TEXT,
  hash TEXT NOT NULL,
  PRIMARY KEY (owner, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_capture_hash_index ON document_capture (hash);

-- How far the whole article of an entry of a feed is.
CREATE TABLE article (
  document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  -- SHA-256 of the text that the feed has of it.
  text_hash TEXT NOT NULL,
  -- It waits to be fetched, or again after a failure; its text was taken; or that of
  -- the feed was left, for the reason in code.
  state TEXT NOT NULL CHECK (state IN ('waiting', 'taken', 'left')),
  failures INTEGER NOT NULL DEFAULT 0,
  -- When it is to be fetched, in seconds since 1970.
  next_due INTEGER NOT NULL DEFAULT 0,
  -- Why it failed, or was left: a name for programs, and what is known of it.
  code TEXT,
  message TEXT
) STRICT;
CREATE INDEX article_due_index ON article (next_due) WHERE state = 'waiting';

-- Items of lists as JSON objects, as in 002.sql.
DROP VIEW document_row;
DROP VIEW feed_row;

CREATE VIEW document_capture_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'url', i.url,
  'time', i.time,
  'status', i.status,
  'media_type', i.media_type,
  'hash', i.hash)
FROM document_capture AS i;

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
  (SELECT r.ref FROM document_group AS g JOIN document_ref AS r ON r.id = g.first WHERE g.document = t.id) AS first,
  (SELECT nullif (count (*), 0) FROM document_group WHERE first = t.id) AS republications
FROM document AS t
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
  t.paused,
  t.kind,
  t.query,
  t.cursor,
  t.full_text
FROM feed AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;
