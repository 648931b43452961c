-- Stores the fields of a source, whose record is there already.
-- Parameters: id, and the fields. No columns.
INSERT INTO source (
  id,
  name_fr,
  name_en,
  kind,
  country,
  languages,
  url,
  reliability,
  descriptor_fr,
  descriptor_en,
  note_fr,
  note_en)
VALUES (
  :id,
  :name_fr,
  :name_en,
  :kind,
  :country,
  :languages,
  :url,
  :reliability,
  :descriptor_fr,
  :descriptor_en,
  :note_fr,
  :note_en)
ON CONFLICT (id) DO UPDATE SET
  name_fr = excluded.name_fr,
  name_en = excluded.name_en,
  kind = excluded.kind,
  country = excluded.country,
  languages = excluded.languages,
  url = excluded.url,
  reliability = excluded.reliability,
  descriptor_fr = excluded.descriptor_fr,
  descriptor_en = excluded.descriptor_en,
  note_fr = excluded.note_fr,
  note_en = excluded.note_en
