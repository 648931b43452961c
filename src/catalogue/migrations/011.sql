-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- What documents name. Texts are stored first and read for names behind that: a
-- document that came or changed waits in mention_pending, and a record whose names
-- changed in mention_renamed, both written in the transaction of the change.

-- A name or a date in the text of a document.
CREATE TABLE mention (
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  -- In characters of the text: of the first one, and behind the last.
  start INTEGER NOT NULL,
  end INTEGER NOT NULL CHECK (end > start),
  kind TEXT NOT NULL CHECK (kind IN ('actor', 'person', 'place', 'route', 'instrument', 'date')),
  -- What is named; NULL when no record is.
  record INTEGER REFERENCES record (id) ON DELETE SET NULL,
  -- What it is called; of a date its EDTF expression, NULL when the year is not known.
  name TEXT,
  -- 0 for a name that only what stands around it makes one.
  known INTEGER NOT NULL,
  PRIMARY KEY (document, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_record_index ON mention (record, document) WHERE record IS NOT NULL;
-- A name that is of no record yet may become one's.
CREATE INDEX mention_name_index ON mention (name) WHERE record IS NULL AND kind <> 'date';

-- Documents that were not read for names as they and the names are now.
CREATE TABLE mention_pending (
  document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE
) STRICT;

-- Records whose names are new or changed. No foreign key: one that is gone was
-- named as well.
CREATE TABLE mention_renamed (
  record INTEGER PRIMARY KEY
) STRICT;

-- What the analyst says of a text, once and for all: that it is never a name, or
-- always that of a record.
CREATE TABLE mention_rule (
  -- The text, folded.
  words TEXT PRIMARY KEY,
  -- As it was written.
  text TEXT NOT NULL,
  -- What it always names; NULL for nothing, never.
  record INTEGER REFERENCES record (id) ON DELETE CASCADE,
  -- When that was said, in seconds since 1970.
  time INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_rule_record_index ON mention_rule (record) WHERE record IS NOT NULL;

CREATE TRIGGER mention_body_added AFTER INSERT ON body BEGIN
  INSERT INTO mention_pending (document) VALUES (new.document) ON CONFLICT (document) DO NOTHING;
END;

CREATE TRIGGER mention_body_changed AFTER UPDATE OF text ON body WHEN old.text <> new.text BEGIN
  INSERT INTO mention_pending (document) VALUES (new.document) ON CONFLICT (document) DO NOTHING;
END;

-- Dates are understood by the day of the document.
CREATE TRIGGER mention_document_dated AFTER UPDATE OF language, date_first, fetched ON document
WHEN old.language IS NOT new.language OR old.date_first IS NOT new.date_first OR old.fetched IS NOT new.fetched BEGIN
  INSERT INTO mention_pending (document) SELECT document FROM body WHERE document = new.id
  ON CONFLICT (document) DO NOTHING;
END;

CREATE TRIGGER mention_actor_added AFTER INSERT ON actor BEGIN
  INSERT INTO mention_renamed (record) VALUES (new.id) ON CONFLICT (record) DO NOTHING;
END;

CREATE TRIGGER mention_actor_renamed AFTER UPDATE OF name_fr, name_en, short_name, kind ON actor
WHEN old.name_fr IS NOT new.name_fr OR old.name_en IS NOT new.name_en OR old.short_name IS NOT new.short_name
  OR old.kind IS NOT new.kind BEGIN
  INSERT INTO mention_renamed (record) VALUES (new.id) ON CONFLICT (record) DO NOTHING;
END;

CREATE TRIGGER mention_place_added AFTER INSERT ON place BEGIN
  INSERT INTO mention_renamed (record) VALUES (new.id) ON CONFLICT (record) DO NOTHING;
END;

CREATE TRIGGER mention_place_renamed AFTER UPDATE OF name_fr, name_en, kind ON place
WHEN old.name_fr IS NOT new.name_fr OR old.name_en IS NOT new.name_en OR old.kind IS NOT new.kind BEGIN
  INSERT INTO mention_renamed (record) VALUES (new.id) ON CONFLICT (record) DO NOTHING;
END;

CREATE TRIGGER mention_instrument_added AFTER INSERT ON instrument BEGIN
  INSERT INTO mention_renamed (record) VALUES (new.id) ON CONFLICT (record) DO NOTHING;
END;

CREATE TRIGGER mention_instrument_renamed AFTER UPDATE OF title_fr, title_en ON instrument
WHEN old.title_fr IS NOT new.title_fr OR old.title_en IS NOT new.title_en BEGIN
  INSERT INTO mention_renamed (record) VALUES (new.id) ON CONFLICT (record) DO NOTHING;
END;

CREATE TRIGGER mention_corridor_added AFTER INSERT ON corridor BEGIN
  INSERT INTO mention_renamed (record) VALUES (new.id) ON CONFLICT (record) DO NOTHING;
END;

CREATE TRIGGER mention_corridor_renamed AFTER UPDATE OF name_fr, name_en, code ON corridor
WHEN old.name_fr IS NOT new.name_fr OR old.name_en IS NOT new.name_en OR old.code IS NOT new.code BEGIN
  INSERT INTO mention_renamed (record) VALUES (new.id) ON CONFLICT (record) DO NOTHING;
END;

CREATE TRIGGER mention_alias_added AFTER INSERT ON actor_alias BEGIN
  INSERT INTO mention_renamed (record) VALUES (new.owner) ON CONFLICT (record) DO NOTHING;
END;

CREATE TRIGGER mention_alias_removed AFTER DELETE ON actor_alias BEGIN
  INSERT INTO mention_renamed (record) VALUES (old.owner) ON CONFLICT (record) DO NOTHING;
END;

CREATE TRIGGER mention_name_added AFTER INSERT ON place_name BEGIN
  INSERT INTO mention_renamed (record) VALUES (new.owner) ON CONFLICT (record) DO NOTHING;
END;

CREATE TRIGGER mention_name_removed AFTER DELETE ON place_name BEGIN
  INSERT INTO mention_renamed (record) VALUES (old.owner) ON CONFLICT (record) DO NOTHING;
END;

-- What named a record that is removed may name another of that name.
CREATE TRIGGER mention_record_removed BEFORE DELETE ON record
WHEN old.kind IN ('actor', 'place', 'corridor', 'instrument') BEGIN
  INSERT INTO mention_pending (document) SELECT DISTINCT document FROM mention WHERE record = old.id
  ON CONFLICT (document) DO NOTHING;
END;

-- All that is there already.
INSERT INTO mention_pending (document) SELECT document FROM body;
