-- The names of an actor or a place.
-- Parameters: record. Columns: words, the name folded; name, as it is written.
SELECT words, name FROM search_name WHERE record = :record
