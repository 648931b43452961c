-- Notes a name of a record.
-- Parameters: record; words, the name folded; name, as it is written. No columns.
INSERT OR IGNORE INTO search_name (record, words, name) VALUES (:record, :words, :name)
