-- Notes a form of a word.
-- Parameters: language, stem, word. No columns.
INSERT OR IGNORE INTO search_form (language, stem, word) VALUES (:language, :stem, :word)
