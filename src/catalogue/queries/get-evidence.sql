-- The tie of a record to an extract.
-- Parameters: record, extract. Columns: stance, credibility; no row without one.
SELECT stance, credibility FROM evidence WHERE record = :record AND extract = :extract
