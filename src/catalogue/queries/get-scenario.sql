-- One scenario.
-- Parameters: id. Columns: those of scenario_row.
SELECT * FROM scenario_row WHERE id = :id
