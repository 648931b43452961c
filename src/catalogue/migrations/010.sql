-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- How often records of each kind were changed, by one for each unit of work. A
-- program that has the catalogue open learns from it what another one changed;
-- only differences mean anything. A kind that there is none of may have no row: one
-- that there is has never 0, so that it shows when a catalogue without it comes in
-- place of this one.
CREATE TABLE change_count (
  kind TEXT PRIMARY KEY,
  n INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO change_count (kind, n) SELECT DISTINCT kind, 1 FROM record;
