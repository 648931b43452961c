-- Adds an item to a list: the events by which a restriction was enforced.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO restriction_enforcement (
  owner,
  position,
  event)
VALUES (
  :owner,
  :position,
  :event)
