-- Adds an item to a list: who said what about a claim.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO claim_statement (
  owner,
  position,
  speaker,
  role_fr,
  role_en,
  stance,
  date,
  date_text,
  date_first,
  date_last,
  venue_fr,
  venue_en,
  words,
  language,
  extract)
VALUES (
  :owner,
  :position,
  :speaker,
  :role_fr,
  :role_en,
  :stance,
  :date,
  :date_text,
  :date_first,
  :date_last,
  :venue_fr,
  :venue_en,
  :words,
  :language,
  :extract)
