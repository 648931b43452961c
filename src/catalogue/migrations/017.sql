-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- What a feed brings is shown before its text was taken out of its HTML.

-- Documents whose text is still to be taken out of their original. They have no body
-- until then.
CREATE TABLE text_pending (
  document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  -- The address that those in the original are relative to.
  base TEXT
) STRICT;

-- Whoever stores a text, it waits no more.
CREATE TRIGGER text_body_added AFTER INSERT ON body BEGIN
  DELETE FROM text_pending WHERE document = new.document;
END;

-- What documents name, told over: a list of six words in a CHECK is made into a table
-- for each row that is stored, which took as long as the row itself; alternatives are
-- only compared.
DROP TRIGGER mention_record_removed;
DROP INDEX mention_record_index;
DROP INDEX mention_name_index;
ALTER TABLE mention RENAME TO mention_before;

-- A name or a date in the text of a document.
CREATE TABLE mention (
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  -- In characters of the text: of the first one, and behind the last.
  start INTEGER NOT NULL,
  end INTEGER NOT NULL CHECK (end > start),
  kind TEXT NOT NULL CHECK (kind = 'actor' OR kind = 'person' OR kind = 'place' OR kind = 'route' OR
    kind = 'instrument' OR kind = 'date'),
  -- What is named; NULL when no record is.
  record INTEGER REFERENCES record (id) ON DELETE SET NULL,
  -- What it is called; of a date its EDTF expression, NULL when the year is not known.
  name TEXT,
  -- 0 for a name that only what stands around it makes one.
  known INTEGER NOT NULL,
  PRIMARY KEY (document, start)
) STRICT, WITHOUT ROWID;

INSERT INTO mention (document, start, end, kind, record, name, known)
SELECT document, start, end, kind, record, name, known FROM mention_before;
DROP TABLE mention_before;
CREATE INDEX mention_record_index ON mention (record, document) WHERE record IS NOT NULL;
-- A name that is of no record yet may become one's.
CREATE INDEX mention_name_index ON mention (name) WHERE record IS NULL AND kind <> 'date';

-- What named a record that is removed may name another of that name.
CREATE TRIGGER mention_record_removed BEFORE DELETE ON record
WHEN old.kind IN ('actor', 'place', 'corridor', 'instrument') BEGIN
  INSERT INTO mention_pending (document) SELECT DISTINCT document FROM mention WHERE record = old.id
  ON CONFLICT (document) DO NOTHING;
END;
