-- The bytes of an original.
-- Parameters: hash. Columns: bytes; no row when they were not kept.
SELECT bytes FROM original WHERE hash = :hash
