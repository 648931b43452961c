-- What an actor, a place, a corridor or an instrument is called, and what was said
-- to name it always.
-- Parameters: record. Columns: name.
SELECT name_fr AS name FROM actor WHERE id = :record AND name_fr IS NOT NULL
UNION SELECT name_en FROM actor WHERE id = :record AND name_en IS NOT NULL
UNION SELECT short_name FROM actor WHERE id = :record AND short_name IS NOT NULL
UNION SELECT name FROM actor_alias WHERE owner = :record
UNION SELECT name_fr FROM place WHERE id = :record AND name_fr IS NOT NULL
UNION SELECT name_en FROM place WHERE id = :record AND name_en IS NOT NULL
UNION SELECT name FROM place_name WHERE owner = :record
UNION SELECT code FROM corridor WHERE id = :record AND code IS NOT NULL
UNION SELECT title_fr FROM instrument WHERE id = :record AND title_fr IS NOT NULL
UNION SELECT title_en FROM instrument WHERE id = :record AND title_en IS NOT NULL
UNION SELECT text FROM mention_rule WHERE record = :record
