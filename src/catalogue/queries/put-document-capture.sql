-- Adds an item to a list: what a server answered with for a document.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO document_capture (
  owner,
  position,
  url,
  time,
  status,
  media_type,
  hash)
VALUES (
  :owner,
  :position,
  :url,
  :time,
  :status,
  :media_type,
  :hash)
