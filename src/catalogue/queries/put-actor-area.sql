-- Adds an item to a list: where an actor is at work.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO actor_area (
  owner,
  position,
  place)
VALUES (
  :owner,
  :position,
  :place)
