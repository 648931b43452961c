-- Note that the rows of the index are of no record any more whose records are
-- indexed anew, the first that wait, without the documents whose text waits.
-- Parameters: last, the last of them. No columns.
UPDATE search_row SET record = NULL
WHERE record IN (
  SELECT record FROM search_pending
  WHERE record <= :last AND record NOT IN (SELECT document FROM text_pending))
