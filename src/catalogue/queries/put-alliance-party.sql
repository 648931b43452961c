-- Adds an item to a list: who is in an alliance, and when.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO alliance_party (
  owner,
  position,
  actor,
  since,
  since_text,
  since_first,
  since_last,
  until,
  until_text,
  until_first,
  until_last)
VALUES (
  :owner,
  :position,
  :actor,
  :since,
  :since_text,
  :since_first,
  :since_last,
  :until,
  :until_text,
  :until_first,
  :until_last)
