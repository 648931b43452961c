-- One alliance.
-- Parameters: id. Columns: those of alliance_row.
-- n_extracts is counted here: for that of the view SQLite would go through the
-- extracts of all records, as it takes no condition into a UNION ALL that is
-- counted but one on a parameter.
SELECT
  id, uuid, created, changed, withdrawn,
  (SELECT count (DISTINCT extract) FROM record_extract WHERE record = :id) AS n_extracts,
  version_topic, version_retained, name_fr, name_en, parties, labels, traits, adversary, goal_fr, goal_en,
  first_act, since, since_text, since_first, since_last, until, until_text, until_first, until_last,
  instrument, durability, durability_reason_fr, durability_reason_en, judged_by, judged_on, judged_on_text,
  judged_on_first, judged_on_last, summary_fr, summary_en
FROM alliance_row
WHERE id = :id
