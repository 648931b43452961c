-- Says of a text what it always names, or that it names nothing.
-- Parameters: words, text, record (NULL for nothing), time. No columns.
INSERT INTO mention_rule (words, text, record, time) VALUES (:words, :text, :record, :time)
ON CONFLICT (words) DO UPDATE SET text = excluded.text, record = excluded.record, time = excluded.time
