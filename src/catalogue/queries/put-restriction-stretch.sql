-- Adds an item to a list: roads that a restriction lies on, from a place to a place.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO restriction_stretch (
  owner,
  position,
  corridor,
  origin,
  destination)
VALUES (
  :owner,
  :position,
  :corridor,
  :origin,
  :destination)
