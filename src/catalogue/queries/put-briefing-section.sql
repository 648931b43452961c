-- Adds an item to a list: the text of a briefing, block by block.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO briefing_section (
  owner,
  position,
  block,
  title_fr,
  title_en,
  text_fr,
  text_en,
  manual,
  kind,
  keys,
  hidden,
  made_from_fr,
  made_from_en)
VALUES (
  :owner,
  :position,
  :block,
  :title_fr,
  :title_en,
  :text_fr,
  :text_en,
  :manual,
  :kind,
  :keys,
  :hidden,
  :made_from_fr,
  :made_from_en)
