-- The issues of a briefing, the first one first.
-- Parameters: briefing. Columns: number, time, record, hash, history, findings,
-- reason_fr, reason_en.
SELECT number, time, record, hash, history, findings, reason_fr, reason_en
FROM briefing_issue WHERE briefing = :briefing ORDER BY number
