-- The documents that the renamed records matter to are known.
-- No parameters, no columns.
DELETE FROM mention_renamed
