-- Forget all but the last changes of the rows of the index.
-- Parameters: kept, how many. No columns.
DELETE FROM search_change WHERE number <= (SELECT max (number) FROM search_change) - :kept
