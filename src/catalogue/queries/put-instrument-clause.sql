-- Adds an item to a list: clauses or pillars of an instrument.
-- Parameters: owner, position, and the fields. No columns.
INSERT INTO instrument_clause (
  owner,
  position,
  number,
  text_fr,
  text_en)
VALUES (
  :owner,
  :position,
  :number,
  :text_fr,
  :text_en)
