-- The pages of an issue as they are handed on.
-- Parameters: briefing, number. Columns: language, sheets, content, hash, pdf.
SELECT e.language, e.sheets, e.content, e.hash, e.pdf
FROM briefing_issue AS i JOIN briefing_issue_edition AS e ON e.issue = i.id
WHERE i.briefing = :briefing AND i.number = :number ORDER BY e.language
