-- What was said of texts once and for all. A record that was merged away is the one
-- that was kept; what was said of one that is removed is left out.
-- Parameters: none. Columns: text, record, record_kind (NULL for never), time.
WITH RECURSIVE place (words, record) AS (
  SELECT words, record FROM mention_rule WHERE record IS NOT NULL
  UNION
  SELECT p.words, m.kept FROM place AS p JOIN merge_in_force AS m ON m.gone = p.record
)
SELECT u.text, r.id AS record, r.kind AS record_kind, u.time
FROM mention_rule AS u
LEFT JOIN place AS p ON p.words = u.words
LEFT JOIN record AS r ON r.id = p.record
WHERE u.record IS NULL OR r.id IS NOT NULL
ORDER BY u.words
