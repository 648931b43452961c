-- The numbers of the issues of a briefing, the first one first.
-- Parameters: briefing. Columns: number.
SELECT number FROM briefing_issue WHERE briefing = :briefing ORDER BY number
