-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- What the analyst says of a text outlives the record that it is said to name: a
-- record that is merged away is found in the one that was kept, and in itself again
-- once the two are parted or its removal is undone.

DROP INDEX mention_rule_record_index;
ALTER TABLE mention_rule RENAME TO mention_rule_before;

-- What the analyst says of a text, once and for all.
CREATE TABLE mention_rule (
  -- The text, folded.
  words TEXT PRIMARY KEY,
  -- As it was written.
  text TEXT NOT NULL,
  -- What it always names; NULL for nothing, never. No foreign key: it may be gone,
  -- and its number is never given to another one.
  record INTEGER,
  -- When that was said, in seconds since 1970.
  time INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_rule_record_index ON mention_rule (record) WHERE record IS NOT NULL;

INSERT INTO mention_rule (words, text, record, time)
SELECT words, text, record, time FROM mention_rule_before;
DROP TABLE mention_rule_before;
