-- Adds an item to a list: other names of a place, by language.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO place_name (
  owner,
  position,
  name,
  language,
  kind)
VALUES (
  :owner,
  :position,
  :name,
  :language,
  :kind)
