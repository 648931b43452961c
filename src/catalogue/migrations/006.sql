-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- What lists of a million events are paged by.

-- The first day of the event, so that the events of an actor or a place are read
-- in their order and no farther than the page. NULL where the event names the
-- actor or place more than once, but for one of them: an event is listed once.
ALTER TABLE event_actor ADD COLUMN day INTEGER;
ALTER TABLE event_place ADD COLUMN day INTEGER;
UPDATE event_actor AS n SET day = (SELECT date_first FROM event WHERE id = n.owner)
WHERE NOT EXISTS (SELECT 1 FROM event_actor WHERE owner = n.owner AND +actor = n.actor AND position < n.position);
UPDATE event_place AS n SET day = (SELECT date_first FROM event WHERE id = n.owner)
WHERE NOT EXISTS (SELECT 1 FROM event_place WHERE owner = n.owner AND +place = n.place AND position < n.position);
DROP INDEX event_actor_actor_index;
DROP INDEX event_place_place_index;
CREATE INDEX event_actor_day_index ON event_actor (actor, day, owner);
CREATE INDEX event_place_day_index ON event_place (place, day, owner);

-- How many events begin on each day, those withdrawn included: the time bar, and
-- where a page far down begins. Kept by the triggers below.
CREATE TABLE event_day (
  day INTEGER PRIMARY KEY,
  n INTEGER NOT NULL
) STRICT;
INSERT INTO event_day (day, n) SELECT date_first, count (*) FROM event GROUP BY date_first;

CREATE TRIGGER event_day_added AFTER INSERT ON event BEGIN
  INSERT INTO event_day (day, n) VALUES (NEW.date_first, 1) ON CONFLICT (day) DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER event_day_removed AFTER DELETE ON event BEGIN
  UPDATE event_day SET n = n - 1 WHERE day = OLD.date_first;
END;

CREATE TRIGGER event_day_moved AFTER UPDATE OF date_first ON event WHEN NEW.date_first <> OLD.date_first BEGIN
  UPDATE event_day SET n = n - 1 WHERE day = OLD.date_first;
  INSERT INTO event_day (day, n) VALUES (NEW.date_first, 1) ON CONFLICT (day) DO UPDATE SET n = n + 1;
END;
