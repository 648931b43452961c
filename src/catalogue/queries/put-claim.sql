-- Stores the fields of a claim, whose record is there already.
-- Parameters: id, and the fields. No columns.
INSERT INTO claim (
  id,
  proposition_fr,
  proposition_en,
  about,
  date,
  date_text,
  date_first,
  date_last,
  retained_fr,
  retained_en)
VALUES (
  :id,
  :proposition_fr,
  :proposition_en,
  :about,
  :date,
  :date_text,
  :date_first,
  :date_last,
  :retained_fr,
  :retained_en)
ON CONFLICT (id) DO UPDATE SET
  proposition_fr = excluded.proposition_fr,
  proposition_en = excluded.proposition_en,
  about = excluded.about,
  date = excluded.date,
  date_text = excluded.date_text,
  date_first = excluded.date_first,
  date_last = excluded.date_last,
  retained_fr = excluded.retained_fr,
  retained_en = excluded.retained_en
