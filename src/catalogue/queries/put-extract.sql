-- Stores the fields of an extract, whose record is there already.
-- Parameters: id, and the fields. No columns.
INSERT INTO extract (
  id,
  document,
  start,
  end,
  quote,
  prefix,
  suffix,
  text_hash,
  page,
  note,
  tags)
VALUES (
  :id,
  :document,
  :start,
  :end,
  :quote,
  :prefix,
  :suffix,
  :text_hash,
  :page,
  :note,
  :tags)
ON CONFLICT (id) DO UPDATE SET
  document = excluded.document,
  start = excluded.start,
  end = excluded.end,
  quote = excluded.quote,
  prefix = excluded.prefix,
  suffix = excluded.suffix,
  text_hash = excluded.text_hash,
  page = excluded.page,
  note = excluded.note,
  tags = excluded.tags
