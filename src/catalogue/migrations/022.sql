-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- Searches that are kept, and an index that a list of all documents is read from.

-- A search with a name. It is no record: it says what its reader looks for and how far
-- they have looked, on this machine, as the marks of documents do.
CREATE TABLE saved_search (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- As it is typed (docs of the search).
  query TEXT NOT NULL,
  -- Whether what is new and meets it is told: a watch-word.
  watched INTEGER NOT NULL DEFAULT 0,
  -- The highest id of a record when it was last looked at: what is higher is new.
  seen INTEGER NOT NULL,
  -- The same for what was told.
  told INTEGER NOT NULL,
  -- UTC seconds.
  created INTEGER NOT NULL
) STRICT;

-- The order of lists, and all that they are narrowed by: a list of all documents is
-- read from here, without the documents themselves.
CREATE INDEX document_list_index ON document (
  coalesce (date_first, fetched / 86400, 0), date_first, date_last, fetched, read, starred, archived, language, source, feed);
