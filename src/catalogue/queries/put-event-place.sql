-- Adds an item to a list: where an event happened.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO event_place (
  owner,
  position,
  place,
  precision)
VALUES (
  :owner,
  :position,
  :place,
  :precision)
