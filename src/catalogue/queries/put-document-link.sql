-- Adds an item to a list: documents that this one republishes, translates, cites or supersedes.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO document_link (
  owner,
  position,
  relation,
  document)
VALUES (
  :owner,
  :position,
  :relation,
  :document)
