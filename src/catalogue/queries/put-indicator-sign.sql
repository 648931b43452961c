-- Adds an item to a list: when an indicator was seen.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO indicator_sign (
  owner,
  position,
  date,
  date_text,
  date_first,
  date_last,
  text_fr,
  text_en,
  extract)
VALUES (
  :owner,
  :position,
  :date,
  :date_text,
  :date_first,
  :date_last,
  :text_fr,
  :text_en,
  :extract)
