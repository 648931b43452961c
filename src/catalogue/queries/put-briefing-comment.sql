-- Adds an item to a list: what is remarked on a briefing.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO briefing_comment (
  owner,
  position,
  block,
  author,
  written,
  passage,
  text,
  done)
VALUES (
  :owner,
  :position,
  :block,
  :author,
  :written,
  :passage,
  :text,
  :done)
