-- Adds an item to a list: meetings held under an instrument.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO instrument_meeting (
  owner,
  position,
  event)
VALUES (
  :owner,
  :position,
  :event)
