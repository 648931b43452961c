-- The other names of the actors and places that are called so.
-- Parameters: words, a name folded. Columns: words, name.
SELECT o.words, min (o.name) AS name
FROM search_name AS n JOIN search_name AS o ON o.record = n.record
WHERE n.words = :words AND o.words <> :words
GROUP BY o.words
ORDER BY length (o.words)
