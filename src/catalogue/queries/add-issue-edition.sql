-- Adds the pages of an issue in one language.
-- Parameters: briefing, number, language, sheets, content, hash, pdf. No columns.
INSERT INTO briefing_issue_edition (
  issue,
  language,
  sheets,
  content,
  hash,
  pdf)
VALUES (
  (SELECT id FROM briefing_issue WHERE briefing = :briefing AND number = :number),
  :language,
  :sheets,
  :content,
  :hash,
  :pdf)
