-- Documents that wait to be compared with the others, in the order in which they came:
-- what came first is there to be found.
-- Parameters: limit. Columns: id.
SELECT document AS id FROM likeness_pending ORDER BY document LIMIT :limit
