-- The first day of an event.
-- Parameters: id. Columns: day.
SELECT date_first AS day FROM event WHERE id = :id
