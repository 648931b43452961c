-- Adds an item to a list: offices that a person held, with their dates.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO actor_role (
  owner,
  position,
  title_fr,
  title_en,
  body,
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
  :title_fr,
  :title_en,
  :body,
  :since,
  :since_text,
  :since_first,
  :since_last,
  :until,
  :until_text,
  :until_first,
  :until_last)
