-- Stores the fields of a recommendation, whose record is there already.
-- Parameters: id, and the fields. No columns.
INSERT INTO recommendation (
  id,
  action_fr,
  action_en,
  addressee_fr,
  addressee_en,
  horizon_fr,
  horizon_en,
  priority,
  audience)
VALUES (
  :id,
  :action_fr,
  :action_en,
  :addressee_fr,
  :addressee_en,
  :horizon_fr,
  :horizon_en,
  :priority,
  :audience)
ON CONFLICT (id) DO UPDATE SET
  action_fr = excluded.action_fr,
  action_en = excluded.action_en,
  addressee_fr = excluded.addressee_fr,
  addressee_en = excluded.addressee_en,
  horizon_fr = excluded.horizon_fr,
  horizon_en = excluded.horizon_en,
  priority = excluded.priority,
  audience = excluded.audience
