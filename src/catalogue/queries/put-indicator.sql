-- Stores the fields of an indicator, whose record is there already.
-- Parameters: id, and the fields. No columns.
INSERT INTO indicator (
  id,
  statement_fr,
  statement_en,
  scenario,
  polarity,
  state)
VALUES (
  :id,
  :statement_fr,
  :statement_en,
  :scenario,
  :polarity,
  :state)
ON CONFLICT (id) DO UPDATE SET
  statement_fr = excluded.statement_fr,
  statement_en = excluded.statement_en,
  scenario = excluded.scenario,
  polarity = excluded.polarity,
  state = excluded.state
