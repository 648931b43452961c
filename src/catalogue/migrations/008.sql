-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- What lists and situations are read by beside a million events.

-- What has no day comes last, as if it were of the day before all others
-- (-1073741825): the index is then read from any day on, in both directions, and
-- with what has none in its place.
DROP INDEX relation_since_index;
DROP INDEX restriction_since_index;
DROP INDEX control_since_index;
DROP INDEX claim_date_index;
DROP INDEX figure_date_index;
CREATE INDEX relation_day_index ON relation (coalesce (since_first, -1073741825), until_last, since_last);
CREATE INDEX restriction_day_index ON restriction (coalesce (since_first, -1073741825), until_last, since_last);
CREATE INDEX control_day_index ON control (coalesce (since_first, -1073741825), until_last, since_last);
CREATE INDEX claim_day_index ON claim (coalesce (date_first, -1073741825), date_last);
CREATE INDEX figure_day_index ON figure (coalesce (date_first, -1073741825), date_last);

-- Who held a place, and what someone held, in the order of the list.
DROP INDEX control_place_index;
DROP INDEX control_holder_index;
CREATE INDEX control_place_index ON control (place, coalesce (since_first, -1073741825), until_last, since_last);
CREATE INDEX control_holder_index ON control (holder, coalesce (since_first, -1073741825), until_last, since_last);

-- What ended, and what was said, between two days.
CREATE INDEX relation_until_index ON relation (until_first, until_last) WHERE until_first IS NOT NULL;
CREATE INDEX restriction_until_index ON restriction (until_first, until_last) WHERE until_first IS NOT NULL;
CREATE INDEX control_until_index ON control (until_first, until_last) WHERE until_first IS NOT NULL;
CREATE INDEX claim_statement_date_index ON claim_statement (date_first, date_last) WHERE date_first IS NOT NULL;

-- The days of events that are found by their ids, without reading the events.
CREATE INDEX event_day_index ON event (id, date_first, date_last);

-- The name by which places and actors are listed, folded.
ALTER TABLE place ADD COLUMN title_key TEXT;
ALTER TABLE actor ADD COLUMN title_key TEXT;
UPDATE place SET title_key = fold (coalesce (name_fr, name_en));
UPDATE actor SET title_key = fold (coalesce (name_fr, name_en));
CREATE INDEX place_title_index ON place (title_key);
CREATE INDEX actor_title_index ON actor (title_key);
