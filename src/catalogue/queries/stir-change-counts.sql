-- Makes the counts of changes others than those of any catalogue that this one
-- may take the place of.
-- No parameters. Columns: none.
UPDATE change_count SET n = n + 1 + (random () & 0xffffffff)
