-- One indicator.
-- Parameters: id. Columns: those of indicator_row.
-- n_extracts is counted here: for that of the view SQLite would go through the
-- extracts of all records, as it takes no condition into a UNION ALL that is
-- counted but one on a parameter.
SELECT
  id, uuid, created, changed, withdrawn,
  (SELECT count (DISTINCT extract) FROM record_extract WHERE record = :id) AS n_extracts,
  version_topic, version_retained, statement_fr, statement_en, scenario, polarity, state, signs
FROM indicator_row
WHERE id = :id
