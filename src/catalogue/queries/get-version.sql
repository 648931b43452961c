-- Which question a record answers.
-- Parameters: record. Columns: topic, retained; no row when it has no versions.
SELECT topic, retained FROM version WHERE record = :record
