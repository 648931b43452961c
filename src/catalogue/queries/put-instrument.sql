-- Stores the fields of an instrument, whose record is there already.
-- Parameters: id, and the fields. No columns.
INSERT INTO instrument (
  id,
  title_fr,
  title_en,
  kind,
  date,
  date_text,
  date_first,
  date_last,
  status,
  summary_fr,
  summary_en)
VALUES (
  :id,
  :title_fr,
  :title_en,
  :kind,
  :date,
  :date_text,
  :date_first,
  :date_last,
  :status,
  :summary_fr,
  :summary_en)
ON CONFLICT (id) DO UPDATE SET
  title_fr = excluded.title_fr,
  title_en = excluded.title_en,
  kind = excluded.kind,
  date = excluded.date,
  date_text = excluded.date_text,
  date_first = excluded.date_first,
  date_last = excluded.date_last,
  status = excluded.status,
  summary_fr = excluded.summary_fr,
  summary_en = excluded.summary_en
