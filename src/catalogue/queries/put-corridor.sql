-- Stores the fields of a corridor, whose record is there already.
-- Parameters: id, and the fields. No columns.
INSERT INTO corridor (
  id,
  name_fr,
  name_en,
  code,
  country,
  carries_fr,
  carries_en,
  key,
  note_fr,
  note_en)
VALUES (
  :id,
  :name_fr,
  :name_en,
  :code,
  :country,
  :carries_fr,
  :carries_en,
  :key,
  :note_fr,
  :note_en)
ON CONFLICT (id) DO UPDATE SET
  name_fr = excluded.name_fr,
  name_en = excluded.name_en,
  code = excluded.code,
  country = excluded.country,
  carries_fr = excluded.carries_fr,
  carries_en = excluded.carries_en,
  key = excluded.key,
  note_fr = excluded.note_fr,
  note_en = excluded.note_en
