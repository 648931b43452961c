-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- The full-text index loses its second index, that of beginnings, which was half of
-- the work: what begins so is looked up among the words instead. It is made anew.

DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (
  title, body, content = '', columnsize = 0, tokenize = 'sahelbrief');

-- A batch of thousands of documents is gathered in memory and then written at
-- once (bytes).
INSERT INTO search (search, rank) VALUES ('hashsize', 67108864);

DELETE FROM search_row;
UPDATE search_state SET format = 0, next = 0, unmerged = 0;
INSERT INTO search_pending (record) SELECT id FROM record WHERE kind <> 'feed'
ON CONFLICT (record) DO NOTHING;

DROP TABLE search_form;

-- The words in the index.
CREATE TABLE search_word (
  word TEXT PRIMARY KEY,
  -- How often it was read, about: what adds less than a quarter is not counted,
  -- because every page of this table would change with a few records.
  met INTEGER NOT NULL,
  -- What it is a form of in texts of each language; NULL where it was in none.
  stem_fr TEXT,
  stem_en TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX search_word_stem_fr_index ON search_word (stem_fr) WHERE stem_fr IS NOT NULL;
CREATE INDEX search_word_stem_en_index ON search_word (stem_en) WHERE stem_en IS NOT NULL;

-- The rows of the index that were added or are of no record any more, in that
-- order: what is in memory of them is brought up to date by it. The oldest are
-- forgotten; who has not seen them reads all rows.
CREATE TABLE search_change (
  number INTEGER PRIMARY KEY,
  -- By chance, so that it shows when the file is another one than it was.
  mark INTEGER NOT NULL DEFAULT (random ()),
  -- NULL for many rows.
  key INTEGER
) STRICT;
INSERT INTO search_change (key) VALUES (NULL);

CREATE TRIGGER search_row_left AFTER UPDATE OF record ON search_row WHEN new.record IS NULL BEGIN
  INSERT INTO search_change (key) VALUES (new.key);
END;
