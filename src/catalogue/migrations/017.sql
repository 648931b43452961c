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
