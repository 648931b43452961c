-- Units of work that changed a record or what it is tied to, newest first.
-- Parameters: record; first, last, seconds since 1970; limit. Columns: id,
-- label, time, state, undoes, redoes, n_changes.
SELECT
  id, label, time, state, undoes, redoes,
  (SELECT count (*) FROM history_entry WHERE history = h.id) AS n_changes
FROM history AS h
WHERE id IN (SELECT history FROM history_entry WHERE record = :record)
  AND time BETWEEN :first AND :last
ORDER BY id DESC
LIMIT :limit
