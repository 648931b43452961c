-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- Republications: found by what texts have in common, grouped under the first, and
-- counted once.

-- Whether the program found it, by what the two texts have in common, and how much
-- that is, in per cent of the words of the owner. What the analyst says was not found.
ALTER TABLE document_link ADD COLUMN found INTEGER NOT NULL DEFAULT 0;
ALTER TABLE document_link ADD COLUMN likeness INTEGER;

-- What document a republication or translation is one of: the end of the way back
-- along its links. One that has no row is the first itself. Kept by
-- queries/group-*.sql, at the end of each unit of work, for what group_pending
-- names and what republishes that.
CREATE TABLE document_group (
  document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  first INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX document_group_first_index ON document_group (first);

-- Documents whose links have changed. No foreign key: it is emptied soon.
CREATE TABLE group_pending (
  document INTEGER PRIMARY KEY
) STRICT;

-- What texts are compared by: the marks of those that republish nothing, as JSON
-- (src/documents/sb-likeness.h).
CREATE TABLE sketch (
  document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  marks TEXT NOT NULL
) STRICT;

-- The same by mark. Kept by the triggers below.
CREATE TABLE sketch_mark (
  mark INTEGER NOT NULL,
  document INTEGER NOT NULL,
  PRIMARY KEY (mark, document)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER sketch_added AFTER INSERT ON sketch BEGIN
  INSERT INTO sketch_mark (mark, document) SELECT DISTINCT value, new.document FROM json_each (new.marks);
END;

CREATE TRIGGER sketch_removed AFTER DELETE ON sketch BEGIN
  DELETE FROM sketch_mark WHERE document = old.document AND mark IN (SELECT value FROM json_each (old.marks));
END;

-- Documents that were not compared with the others as they are now.
CREATE TABLE likeness_pending (
  document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE
) STRICT;

CREATE TRIGGER likeness_body_added AFTER INSERT ON body BEGIN
  INSERT INTO likeness_pending (document) VALUES (new.document) ON CONFLICT (document) DO NOTHING;
END;

-- What was found to republish it is looked at again as well.
CREATE TRIGGER likeness_body_changed AFTER UPDATE OF text ON body WHEN old.text <> new.text BEGIN
  INSERT INTO likeness_pending (document)
  SELECT new.document UNION SELECT owner FROM document_link WHERE document = new.document AND found
  ON CONFLICT (document) DO NOTHING;
END;

-- Which one is the first goes by the day of publication.
CREATE TRIGGER likeness_document_dated AFTER UPDATE OF source, date_first, date_last ON document
WHEN old.source IS NOT new.source OR old.date_first IS NOT new.date_first OR old.date_last IS NOT new.date_last BEGIN
  INSERT INTO likeness_pending (document)
  SELECT document FROM body WHERE document = new.id
  UNION SELECT owner FROM document_link WHERE document = new.id AND found
  ON CONFLICT (document) DO NOTHING;
END;

-- What is said of a document, or is said no more, may free it for another group. The
-- one that it named, or itself, may be gone.
CREATE TRIGGER document_link_added AFTER INSERT ON document_link WHEN new.relation <> 'cites' BEGIN
  INSERT INTO group_pending (document) VALUES (new.owner) ON CONFLICT (document) DO NOTHING;
  INSERT INTO likeness_pending (document) SELECT document FROM body WHERE document = new.owner
  ON CONFLICT (document) DO NOTHING;
END;

CREATE TRIGGER document_link_removed AFTER DELETE ON document_link WHEN old.relation <> 'cites' BEGIN
  INSERT INTO group_pending (document) VALUES (old.owner) ON CONFLICT (document) DO NOTHING;
  INSERT INTO likeness_pending (document) SELECT b.document FROM body AS b JOIN document AS d ON d.id = b.document WHERE d.id = old.owner
  ON CONFLICT (document) DO NOTHING;
END;

-- Items of lists as JSON objects, as in 002.sql.
DROP VIEW document_row;
DROP VIEW document_link_item;

CREATE VIEW document_link_item (owner, position, item) AS
SELECT i.owner, i.position, json_object (
  'relation', i.relation,
  'document', (SELECT json (ref) FROM document_ref WHERE id = i.document),
  'found', i.found,
  'likeness', i.likeness)
FROM document_link AS i;

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
  (SELECT r.ref FROM document_group AS g JOIN document_ref AS r ON r.id = g.first WHERE g.document = t.id) AS first,
  (SELECT nullif (count (*), 0) FROM document_group WHERE first = t.id) AS republications
FROM document AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;

-- Where each document leads back to: as in evidence_row, to one that republishes
-- nothing; in a ring of them, to the one stored first.
CREATE VIEW document_origin (document, first) AS
SELECT d.id, (
  WITH RECURSIVE earlier (id) AS (
    SELECT d.id
    UNION
    SELECT l.document FROM document_link AS l JOIN earlier ON l.owner = earlier.id
    WHERE l.relation IN ('republishes', 'translates'))
  SELECT earlier.id FROM earlier
  ORDER BY EXISTS (SELECT 1 FROM document_link WHERE owner = earlier.id AND relation IN ('republishes', 'translates')), earlier.id
  LIMIT 1)
FROM document AS d;

-- All that is there already.
INSERT INTO document_group (document, first)
SELECT o.document, o.first FROM document_origin AS o
WHERE o.document IN (SELECT owner FROM document_link WHERE relation IN ('republishes', 'translates')) AND o.first <> o.document;
INSERT INTO likeness_pending (document) SELECT document FROM body;
