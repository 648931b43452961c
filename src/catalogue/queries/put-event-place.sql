-- Adds an item to a list: where an event happened.
-- Parameters: owner, position, and the fields. No columns.
-- The day is that of the event, once for each place (migrations).
INSERT INTO event_place (
  owner,
  position,
  place,
  precision,
  day)
VALUES (
  :owner,
  :position,
  :place,
  :precision,
  CASE WHEN NOT EXISTS (SELECT 1 FROM event_place WHERE owner = :owner AND +place = :place)
    THEN (SELECT date_first FROM event WHERE id = :owner) END)
