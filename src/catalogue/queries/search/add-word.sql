-- Note how often a word was read, and what it is a form of.
-- Parameters: word, met, stem_fr and stem_en, NULL for nothing. No columns.
INSERT INTO search_word (word, met, stem_fr, stem_en) VALUES (:word, :met, :stem_fr, :stem_en)
ON CONFLICT (word) DO UPDATE SET
  met = met + excluded.met,
  stem_fr = coalesce (stem_fr, excluded.stem_fr),
  stem_en = coalesce (stem_en, excluded.stem_en)
WHERE excluded.met * 4 >= met
  OR (stem_fr IS NULL AND excluded.stem_fr IS NOT NULL)
  OR (stem_en IS NULL AND excluded.stem_en IS NOT NULL)
