-- The sources whose name has all of some words in it.
-- Parameters: words, folded. Columns: id.
SELECT id FROM source WHERE has_words (:words, name_fr, name_en)
