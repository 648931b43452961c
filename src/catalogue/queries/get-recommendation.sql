-- One recommendation.
-- Parameters: id. Columns: those of recommendation_row.
SELECT * FROM recommendation_row WHERE id = :id
