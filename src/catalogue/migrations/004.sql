-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- The history keeps what programs did as well, not the user's work alone, and
-- each undoing and redoing.

-- Units of work, in their order.
CREATE TABLE history_4 (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- What the user called the work; NULL for that of a program.
  label TEXT,
  time INTEGER NOT NULL,
  -- "done" and "undone" are the user's work, which can be undone and redone; a
  -- dropped one was undone and then overtaken by other work. "kept" is never
  -- offered: a sync, or the undoing of another unit.
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped', 'kept')),
  -- The unit that this one undid, or did again.
  undoes INTEGER REFERENCES history_4 (id) ON DELETE CASCADE,
  redoes INTEGER REFERENCES history_4 (id) ON DELETE CASCADE,
  CHECK (state = 'kept' OR label IS NOT NULL)
) STRICT;

INSERT INTO history_4 (id, label, time, state) SELECT id, label, time, state FROM history;

-- What a unit of work changed, as JSON (docs/dossier-format.md): before is NULL
-- for what it added, after for what it removed. Both are NULL for a record that
-- it added, which says itself what it is. Never a foreign key: the record may
-- be gone.
CREATE TABLE history_entry_4 (
  history INTEGER NOT NULL REFERENCES history_4 (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  -- For a tie the record that it is about: what rests on an extract, the member
  -- of a dossier. 0 when that is not known.
  record INTEGER NOT NULL,
  -- The kind of the record, or of the tie.
  kind TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (history, position)
) STRICT, WITHOUT ROWID;

INSERT INTO history_entry_4 (history, position, record, kind, before, after)
SELECT
  e.history, e.position,
  CASE WHEN e.record > 0 THEN e.record ELSE coalesce (
    (SELECT id FROM record WHERE uuid = json_extract (coalesce (e.after, e.before), '$.record.uuid')), 0) END,
  e.kind, e.before, e.after
FROM history_entry AS e;

DROP TABLE history_entry;
DROP TABLE history;
ALTER TABLE history_4 RENAME TO history;
ALTER TABLE history_entry_4 RENAME TO history_entry;

CREATE INDEX history_state_index ON history (state, id);
CREATE INDEX history_time_index ON history (time);
CREATE INDEX history_undoes_index ON history (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX history_redoes_index ON history (redoes) WHERE redoes IS NOT NULL;
CREATE INDEX history_entry_record_index ON history_entry (record);
