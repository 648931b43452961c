-- The number of the last issue of a briefing.
-- Parameters: briefing. Columns: number, 0 for none.
SELECT coalesce (max (number), 0) AS number FROM briefing_issue WHERE briefing = :briefing
