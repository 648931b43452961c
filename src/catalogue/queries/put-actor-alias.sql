-- Adds an item to a list: other names of an actor: full, short, former, loose.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO actor_alias (
  owner,
  position,
  name,
  language,
  kind)
VALUES (
  :owner,
  :position,
  :name,
  :language,
  :kind)
