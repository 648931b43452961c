-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- Two records that turn out to be one are merged, and can be parted again at any
-- later time: what it takes is in the history.

-- Records that were merged into another. Never foreign keys: the one that is gone
-- has no row, and the one that was kept may be removed.
CREATE TABLE merge (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  kept INTEGER NOT NULL,
  gone INTEGER NOT NULL,
  gone_uuid TEXT NOT NULL,
  -- What it was called.
  gone_fr TEXT,
  gone_en TEXT,
  -- The unit of work that merged them, and the last one that parted them.
  history INTEGER NOT NULL REFERENCES history (id),
  parting INTEGER REFERENCES history (id),
  time INTEGER NOT NULL,
  CHECK (gone_fr IS NOT NULL OR gone_en IS NOT NULL)
) STRICT;
CREATE INDEX merge_gone_uuid_index ON merge (gone_uuid);
CREATE INDEX merge_gone_index ON merge (gone);
CREATE INDEX merge_kept_index ON merge (kept);

-- Records that could not be with the two being one: a relation between them. An
-- import does not bring them back.
CREATE TABLE merge_dropped (
  merge INTEGER NOT NULL REFERENCES merge (id) ON DELETE CASCADE,
  uuid TEXT NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (uuid, merge)
) STRICT, WITHOUT ROWID;

-- The merges that hold: whether one was undone, done again or parted, the history
-- knows.
CREATE VIEW merge_in_force AS
SELECT m.id, m.kind, m.kept, m.gone, m.gone_uuid, m.gone_fr, m.gone_en, m.history, m.time
FROM merge AS m
JOIN history AS h ON h.id = m.history
LEFT JOIN history AS p ON p.id = m.parting
WHERE h.state = 'done' AND (p.id IS NULL OR p.state <> 'done');
