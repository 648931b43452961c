-- Opens a unit of work in the history.
-- Parameters: label, NULL for that of a program; now; state; undoes, redoes, the
-- unit that this one reverts, or NULL. No columns.
INSERT INTO history (label, time, state, undoes, redoes) VALUES (:label, :now, :state, :undoes, :redoes)
