-- Adds an item to a list: what a judgement rests on when it compares.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO judgement_point (
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
