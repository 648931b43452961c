-- Fails when the full-text index contradicts itself.
-- No parameters. No columns.
INSERT INTO search (search) VALUES ('integrity-check')
