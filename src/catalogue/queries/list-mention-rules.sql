-- What was said of texts once and for all.
-- Parameters: none. Columns: text, record, record_kind (NULL for never), time.
SELECT u.text, u.record, r.kind AS record_kind, u.time
FROM mention_rule AS u
LEFT JOIN record AS r ON r.id = u.record
ORDER BY u.words
