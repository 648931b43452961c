-- Adds an item to a list: a file that is published with a document.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO document_attachment (
  owner,
  position,
  url,
  name,
  media_type,
  size,
  pages,
  description)
VALUES (
  :owner,
  :position,
  :url,
  :name,
  :media_type,
  :size,
  :pages,
  :description)
