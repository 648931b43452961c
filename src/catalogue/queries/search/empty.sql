-- Takes all rows out of the full-text index.
-- No parameters. No columns.
INSERT INTO search (search) VALUES ('delete-all')
