-- Adds an item to a list: places that a restriction lies on.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO restriction_place (
  owner,
  position,
  place)
VALUES (
  :owner,
  :position,
  :place)
