-- Opens a unit of work in the history.
-- Parameters: label, now. No columns.
INSERT INTO history (label, time, state) VALUES (:label, :now, 'done')
