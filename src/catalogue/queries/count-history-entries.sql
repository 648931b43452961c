-- How much a unit of work changed.
-- Parameters: history. Columns: n.
SELECT count (*) AS n FROM history_entry WHERE history = :history
