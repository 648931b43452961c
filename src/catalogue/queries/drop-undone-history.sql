-- What was undone can no longer be redone once other work is done.
-- No parameters, no columns.
UPDATE history SET state = 'dropped' WHERE state = 'undone'
