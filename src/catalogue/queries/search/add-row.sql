-- Notes what a row of the full-text index is of.
-- Parameters: key, record, kind, words, languages, first_day, last_day. No
-- columns.
INSERT INTO search_row (key, record, kind, words, languages, first_day, last_day)
VALUES (:key, :record, :kind, :words, :languages, :first_day, :last_day)
