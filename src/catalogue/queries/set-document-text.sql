-- Notes what was found out with the text of a document; what is known of its language
-- stays.
-- Parameters: document, lead, language, words, text_hash. No columns.
UPDATE document SET
  lead = :lead,
  language = coalesce (language, :language),
  words = :words,
  text_hash = :text_hash
WHERE id = :document
