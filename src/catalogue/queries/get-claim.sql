-- One claim.
-- Parameters: id. Columns: those of claim_row.
-- n_extracts is counted here: for that of the view SQLite would go through the
-- extracts of all records, as it takes no condition into a UNION ALL that is
-- counted but one on a parameter. A claim has extracts of its own and in its
-- statements.
SELECT
  id, uuid, created, changed, withdrawn,
  (SELECT count (*) FROM (
    SELECT extract FROM evidence WHERE record = :id
    UNION SELECT extract FROM claim_statement WHERE owner = :id AND extract IS NOT NULL)) AS n_extracts,
  version_topic, version_retained, proposition_fr, proposition_en, about, date, date_text, date_first,
  date_last, statements, retained_fr, retained_en
FROM claim_row
WHERE id = :id
