-- The pages of an issue, language by language, without the file itself.
-- Parameters: briefing, number. Columns: language, sheets, content, hash, size.
SELECT e.language, e.sheets, e.content, e.hash, length (e.pdf) AS size
FROM briefing_issue AS i JOIN briefing_issue_edition AS e ON e.issue = i.id
WHERE i.briefing = :briefing AND i.number = :number ORDER BY e.language DESC
