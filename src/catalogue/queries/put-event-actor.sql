-- Adds an item to a list: who acted in an event, in which role.
-- Parameters: owner, position, and the fields. No columns.
-- The day is that of the event, once for each actor (migrations).
INSERT INTO event_actor (
  owner,
  position,
  actor,
  role,
  day)
VALUES (
  :owner,
  :position,
  :actor,
  :role,
  CASE WHEN NOT EXISTS (SELECT 1 FROM event_actor WHERE owner = :owner AND +actor = :actor)
    THEN (SELECT date_first FROM event WHERE id = :owner) END)
