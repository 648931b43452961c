-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- Feeds of data services: what kind of service answers, what it is asked for, and
-- how far it was read, so that the next sync goes on from there.

-- NULL for a feed; else the service: reliefweb, acled, ucdp, hapi, gdacs, gdelt.
ALTER TABLE feed ADD COLUMN kind TEXT;
-- What the service is asked for, as "countries=ML,NE&from=2025-01-01".
ALTER TABLE feed ADD COLUMN query TEXT;
-- How far the service was read, in the same form; each service has its own words.
-- Never a password or a token.
ALTER TABLE feed ADD COLUMN cursor TEXT;

DROP VIEW feed_row;
CREATE VIEW feed_row AS
SELECT
  r.id, r.uuid, r.created, r.changed, r.withdrawn,
  (SELECT count (*) FROM evidence WHERE record = r.id) AS n_extracts,
  v.topic AS version_topic, coalesce (v.retained, 0) AS version_retained,
  t.url,
  t.title,
  t.home,
  t.folder,
  (SELECT ref FROM source_ref WHERE id = t.source) AS source,
  t.state,
  t.last_attempt,
  t.last_good,
  t.next_due,
  t.failures,
  t.error_code,
  t.error_message,
  t.etag,
  t.last_modified,
  t.interval,
  t.paused,
  t.kind,
  t.query,
  t.cursor
FROM feed AS t
JOIN record AS r ON r.id = t.id
LEFT JOIN version AS v ON v.record = t.id;
