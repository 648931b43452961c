-- What of the issues of a briefing is not that of its hash, the first issue first.
-- Parameters: briefing. Columns: number; language, of its pages, NULL for its record.
SELECT number, NULL AS language FROM briefing_issue
WHERE briefing = :briefing AND hash IS NOT sha256 (record)
UNION ALL
SELECT i.number, e.language
FROM briefing_issue AS i JOIN briefing_issue_edition AS e ON e.issue = i.id
WHERE i.briefing = :briefing AND e.hash IS NOT sha256 (e.pdf)
ORDER BY number, language
