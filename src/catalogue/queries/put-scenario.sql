-- Stores the fields of a scenario, whose record is there already.
-- Parameters: id, and the fields. No columns.
INSERT INTO scenario (
  id,
  title_fr,
  title_en,
  text_fr,
  text_en,
  horizon_fr,
  horizon_en,
  scale,
  band,
  wording,
  confidence,
  drivers_fr,
  drivers_en)
VALUES (
  :id,
  :title_fr,
  :title_en,
  :text_fr,
  :text_en,
  :horizon_fr,
  :horizon_en,
  :scale,
  :band,
  :wording,
  :confidence,
  :drivers_fr,
  :drivers_en)
ON CONFLICT (id) DO UPDATE SET
  title_fr = excluded.title_fr,
  title_en = excluded.title_en,
  text_fr = excluded.text_fr,
  text_en = excluded.text_en,
  horizon_fr = excluded.horizon_fr,
  horizon_en = excluded.horizon_en,
  scale = excluded.scale,
  band = excluded.band,
  wording = excluded.wording,
  confidence = excluded.confidence,
  drivers_fr = excluded.drivers_fr,
  drivers_en = excluded.drivers_en
