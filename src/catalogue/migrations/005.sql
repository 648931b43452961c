-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- Full-text search. Records are stored first and the index is brought up to
-- date behind them: what has changed waits in search_pending, which is written
-- in the transaction of the change itself, so that nothing is ever lost. The
-- index is only ever added to: a record that changed gets another row, and the
-- row that it had is of no record any more, until the index is made anew.

-- The words of all records. What they were read from is not kept a second time.
-- The tokenizer is ours (src/catalogue/sb-search-tokenizer.h).
CREATE VIRTUAL TABLE search USING fts5 (
  title, body, content = '', columnsize = 0, prefix = '3', tokenize = 'sahelbrief');

-- A batch of thousands of documents is gathered in memory and then written at
-- once (bytes).
INSERT INTO search (search, rank) VALUES ('hashsize', 67108864);

-- The rows of the index, newest first by their key: days before a far day,
-- shifted by 24 bits, and a number within them (sb-search-rows.h).
CREATE TABLE search_row (
  key INTEGER PRIMARY KEY,
  -- NULL when the row is out of date, or the record gone.
  record INTEGER REFERENCES record (id) ON DELETE SET NULL,
  kind TEXT NOT NULL,
  -- How many words.
  words INTEGER NOT NULL,
  -- The languages of the record: 1 French, 2 English, 4 any other, added up.
  languages INTEGER NOT NULL,
  -- The first and last day of the record; NULL when it has none.
  first_day INTEGER,
  last_day INTEGER
) STRICT;
CREATE INDEX search_row_record_index ON search_row (record) WHERE record IS NOT NULL;

-- Records that the index does not show as they are.
CREATE TABLE search_pending (
  record INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE
) STRICT;

-- What actors and places are called, loose names aside: the words of the name,
-- folded, by which its other names are found.
CREATE TABLE search_name (
  words TEXT NOT NULL,
  record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  -- As it is written.
  name TEXT NOT NULL,
  PRIMARY KEY (words, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_name_record_index ON search_name (record);

-- The words in the index that may have other forms, by their stem, in the
-- language of the text (fr, en).
CREATE TABLE search_form (
  language TEXT NOT NULL,
  stem TEXT NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (language, stem, word)
) STRICT, WITHOUT ROWID;

-- One row: the state of the index.
CREATE TABLE search_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- What the index was made by: another format is another index.
  format INTEGER NOT NULL,
  -- The number of the next row.
  next INTEGER NOT NULL,
  -- Rows that were added since the index was last put in order.
  unmerged INTEGER NOT NULL
) STRICT;
INSERT INTO search_state (id, format, next, unmerged) VALUES (1, 0, 0, 0);

-- Feeds are not searched: every poll changes them. (OR IGNORE would not do: in a
-- trigger the statement that fired it decides what a conflict does.)
CREATE TRIGGER search_record_added AFTER INSERT ON record WHEN new.kind <> 'feed' BEGIN
  INSERT INTO search_pending (record) VALUES (new.id) ON CONFLICT (record) DO NOTHING;
END;

CREATE TRIGGER search_record_changed AFTER UPDATE ON record WHEN new.kind <> 'feed' BEGIN
  INSERT INTO search_pending (record) VALUES (new.id) ON CONFLICT (record) DO NOTHING;
END;

-- A record is found by the names of those that it refers to. (When one of these
-- is removed, the unit of work that does so asks for it to be indexed.)
CREATE TRIGGER search_actor_renamed AFTER UPDATE OF name_fr, name_en ON actor
WHEN old.name_fr IS NOT new.name_fr OR old.name_en IS NOT new.name_en BEGIN
  INSERT INTO search_pending (record)
  SELECT r.id FROM reference AS n JOIN record AS r ON r.id = n.record
  WHERE n.target = new.id AND r.kind <> 'feed'
  ON CONFLICT (record) DO NOTHING;
END;

CREATE TRIGGER search_place_renamed AFTER UPDATE OF name_fr, name_en ON place
WHEN old.name_fr IS NOT new.name_fr OR old.name_en IS NOT new.name_en BEGIN
  INSERT INTO search_pending (record)
  SELECT r.id FROM reference AS n JOIN record AS r ON r.id = n.record
  WHERE n.target = new.id AND r.kind <> 'feed'
  ON CONFLICT (record) DO NOTHING;
END;

-- An extract has the day and the language of its document.
CREATE TRIGGER search_document_dated AFTER UPDATE OF language, date_first, fetched ON document
WHEN old.language IS NOT new.language OR old.date_first IS NOT new.date_first OR old.fetched IS NOT new.fetched BEGIN
  INSERT INTO search_pending (record) SELECT id FROM extract WHERE document = new.id
  ON CONFLICT (record) DO NOTHING;
END;

-- All that is there already.
INSERT INTO search_pending (record) SELECT id FROM record WHERE kind <> 'feed';
