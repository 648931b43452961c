-- The file of an issue in one language.
-- Parameters: briefing, number, language. Columns: pdf; no row when there is none.
SELECT e.pdf
FROM briefing_issue AS i JOIN briefing_issue_edition AS e ON e.issue = i.id
WHERE i.briefing = :briefing AND i.number = :number AND e.language = :language
