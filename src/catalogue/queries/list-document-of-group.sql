-- The documents of a group that meet a query, the first of them first, then by day.
-- Parameters: group, the first document; limit, offset. Columns: id.
SELECT t.id FROM document AS t
WHERE t.id = :group OR t.id IN (SELECT document FROM document_group WHERE first = :group)
ORDER BY t.id <> :group, coalesce (t.date_first, t.fetched / 86400, 0), t.id
LIMIT :limit OFFSET :offset
