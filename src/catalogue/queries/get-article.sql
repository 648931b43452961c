-- How far the whole article of an entry is.
-- Parameters: document. Columns: text_hash, state, failures, next_due, code, message; no
-- row when it was never asked for.
SELECT text_hash, state, failures, next_due, code, message FROM article WHERE document = :document
