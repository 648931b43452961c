-- The groups are as the links say.
-- No parameters. No columns.
DELETE FROM group_pending
