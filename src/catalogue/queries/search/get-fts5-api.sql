-- The interface of FTS5.
-- Parameters: api, a pointer to where it is put. Columns: one, of no meaning.
SELECT fts5 (:api) AS api
