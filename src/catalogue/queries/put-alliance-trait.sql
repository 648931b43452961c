-- Adds an item to a list: what holds an alliance together, and what divides it.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO alliance_trait (
  owner,
  position,
  kind,
  text_fr,
  text_en,
  extract)
VALUES (
  :owner,
  :position,
  :kind,
  :text_fr,
  :text_en,
  :extract)
