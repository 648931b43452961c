-- Adds an item to a list: who is bound by an instrument.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO instrument_party (
  owner,
  position,
  actor)
VALUES (
  :owner,
  :position,
  :actor)
