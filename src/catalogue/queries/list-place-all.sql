-- The ids of all places, by title.
-- Parameters: withdrawn, whether those are listed that their source took back;
-- limit; offset. Columns: id.
-- Apart from list-place.sql so that nothing but the title is looked at of tens of
-- thousands of places.
SELECT t.id FROM place AS t
WHERE :withdrawn OR t.id NOT IN (SELECT id FROM record WHERE withdrawn)
ORDER BY t.title_key, t.id
LIMIT :limit OFFSET :offset
