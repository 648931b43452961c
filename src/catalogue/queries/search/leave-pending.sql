-- Note that the first records that waited were indexed, without the documents whose
-- text waits.
-- Parameters: last, the last of them. No columns.
DELETE FROM search_pending WHERE record <= :last AND record NOT IN (SELECT document FROM text_pending)
