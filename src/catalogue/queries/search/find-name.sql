-- The actors and places that are called so.
-- Parameters: words, a name folded; kind, NULL for both. Columns: id.
SELECT n.record AS id
FROM search_name AS n JOIN record AS r ON r.id = n.record
WHERE n.words = :words AND (:kind IS NULL OR r.kind = :kind)
