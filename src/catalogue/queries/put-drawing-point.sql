-- Adds an item to a list: the points of a drawing, in their order.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO drawing_point (
  owner,
  position,
  latitude,
  longitude)
VALUES (
  :owner,
  :position,
  :latitude,
  :longitude)
