-- The pages of an issue, language by language, without the file itself.
-- Parameters: briefing, number. Columns: language, sheets, content, hash, size, media_box:
-- what the file says of the size of its pages, from the name of that on.
SELECT e.language, e.sheets, e.content, e.hash, length (e.pdf) AS size,
  CASE instr (e.pdf, CAST ('/MediaBox' AS BLOB)) WHEN 0 THEN NULL
    ELSE CAST (substr (e.pdf, instr (e.pdf, CAST ('/MediaBox' AS BLOB)), 64) AS TEXT) END AS media_box
FROM briefing_issue AS i JOIN briefing_issue_edition AS e ON e.issue = i.id
WHERE i.briefing = :briefing AND i.number = :number ORDER BY e.language DESC
