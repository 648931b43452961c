-- Adds an item to a list: what a source calls an alliance.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO alliance_label (
  owner,
  position,
  label_fr,
  label_en,
  source,
  extract)
VALUES (
  :owner,
  :position,
  :label_fr,
  :label_en,
  :source,
  :extract)
