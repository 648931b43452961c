-- Adds an item to a list: whom a restriction is aimed at.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO restriction_target (
  owner,
  position,
  actor)
VALUES (
  :owner,
  :position,
  :actor)
