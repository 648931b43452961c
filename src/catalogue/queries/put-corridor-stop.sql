-- Adds an item to a list: the places of a road, in their order.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO corridor_stop (
  owner,
  position,
  place,
  km)
VALUES (
  :owner,
  :position,
  :place,
  :km)
