-- Takes back what was said of a text.
-- Parameters: words. Columns: words, a row when there was something.
DELETE FROM mention_rule WHERE words = :words RETURNING words
