-- Adds an item to a list: who acted in an event, in which role.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO event_actor (
  owner,
  position,
  actor,
  role)
VALUES (
  :owner,
  :position,
  :actor,
  :role)
