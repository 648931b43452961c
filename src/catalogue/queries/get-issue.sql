-- An issue of a briefing as it is handed on.
-- Parameters: briefing, number. Columns: time, record, hash, findings, reason_fr,
-- reason_en; no row when there is none.
SELECT time, record, hash, findings, reason_fr, reason_en
FROM briefing_issue WHERE briefing = :briefing AND number = :number
