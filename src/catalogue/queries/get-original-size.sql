-- How many bytes an original has.
-- Parameters: hash. Columns: size; no row when it was not kept.
SELECT length (bytes) AS size FROM original WHERE hash = :hash
