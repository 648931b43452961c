-- One judgement.
-- Parameters: id. Columns: those of judgement_row.
-- n_extracts is counted here: for that of the view SQLite would go through the
-- extracts of all records, as it takes no condition into a UNION ALL that is
-- counted but one on a parameter.
SELECT
  id, uuid, created, changed, withdrawn,
  (SELECT count (DISTINCT extract) FROM record_extract WHERE record = :id) AS n_extracts,
  version_topic, version_retained, proposition_fr, proposition_en, scenario, place, horizon_fr, horizon_en,
  scale, band, wording, confidence, judged_by, held_by, date, date_text, date_first, date_last, reasons_fr,
  reasons_en, compared, compared_text, compared_first, compared_last, points, topic
FROM judgement_row
WHERE id = :id
