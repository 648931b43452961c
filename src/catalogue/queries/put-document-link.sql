-- Adds an item to a list: documents that this one republishes, translates, cites or
-- supersedes, or looks like without doing so.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO document_link (
  owner,
  position,
  relation,
  document,
  found,
  likeness)
VALUES (
  :owner,
  :position,
  :relation,
  :document,
  :found,
  :likeness)
