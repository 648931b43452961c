-- SPDX-License-Identifier: GPL-3.0-or-later
-- Copyright 2026 The SahelBrief authors
--
-- What events of a source are paged by beside a million events.

-- Which event rests on which source, for the extracts that it rests on.
CREATE VIEW event_source_row (event, day, extract, document, source) AS
SELECT t.id, t.date_first, x.id, d.id, d.source
FROM evidence AS e
JOIN event AS t ON t.id = e.record
JOIN extract AS x ON x.id = e.extract
JOIN document AS d ON d.id = x.document
WHERE d.source IS NOT NULL;

-- The same, each pair once, in the order in which the events are listed. Kept by
-- the triggers below.
CREATE TABLE event_source (
  source INTEGER NOT NULL,
  -- The first day of the event.
  day INTEGER NOT NULL,
  event INTEGER NOT NULL,
  PRIMARY KEY (source, day, event)
) STRICT, WITHOUT ROWID;
INSERT INTO event_source (source, day, event)
SELECT DISTINCT source, day, event FROM event_source_row ORDER BY source, day, event;

-- A tie is stored after the records that it ties.
CREATE TRIGGER event_source_tied AFTER INSERT ON evidence BEGIN
  INSERT INTO event_source (source, day, event)
  SELECT source, day, event FROM event_source_row WHERE event = new.record AND extract = new.extract
  ON CONFLICT DO NOTHING;
END;

-- The extract may be gone before the tie, and with it the source that it was of:
-- then the event is looked for with every source, of which there are few.
CREATE TRIGGER event_source_untied AFTER DELETE ON evidence BEGIN
  DELETE FROM event_source
  WHERE source IN (
      SELECT d.source FROM extract AS x JOIN document AS d ON d.id = x.document WHERE x.id = old.extract
      UNION ALL
      SELECT id FROM source
      WHERE NOT EXISTS (SELECT 1 FROM extract AS x JOIN document AS d ON d.id = x.document WHERE x.id = old.extract))
    AND day = (SELECT date_first FROM event WHERE id = old.record)
    AND event = old.record;
  INSERT INTO event_source (source, day, event)
  SELECT source, day, event FROM event_source_row WHERE event = old.record
  ON CONFLICT DO NOTHING;
END;

-- Which goes first, the event or its ties, is for SQLite to say.
CREATE TRIGGER event_source_event_removed AFTER DELETE ON event BEGIN
  DELETE FROM event_source
  WHERE source IN (
      SELECT d.source FROM evidence AS e JOIN extract AS x ON x.id = e.extract JOIN document AS d ON d.id = x.document
      WHERE e.record = old.id)
    AND day = old.date_first AND event = old.id;
END;

CREATE TRIGGER event_source_moved AFTER UPDATE OF date_first ON event WHEN new.date_first <> old.date_first BEGIN
  UPDATE event_source SET day = new.date_first
  WHERE source IN (SELECT source FROM event_source_row WHERE event = new.id) AND day = old.date_first AND event = new.id;
END;

CREATE TRIGGER event_source_extract_moved AFTER UPDATE OF document ON extract WHEN new.document <> old.document BEGIN
  DELETE FROM event_source
  WHERE source = (SELECT source FROM document WHERE id = old.document)
    AND (day, event) IN (
      SELECT t.date_first, t.id FROM evidence AS e JOIN event AS t ON t.id = e.record WHERE e.extract = new.id);
  INSERT INTO event_source (source, day, event)
  SELECT source, day, event FROM event_source_row
  WHERE event IN (SELECT record FROM evidence WHERE extract = new.id)
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER event_source_document_moved AFTER UPDATE OF source ON document WHEN new.source IS NOT old.source BEGIN
  DELETE FROM event_source
  WHERE source = old.source
    AND (day, event) IN (
      SELECT t.date_first, t.id
      FROM extract AS x JOIN evidence AS e ON e.extract = x.id JOIN event AS t ON t.id = e.record
      WHERE x.document = new.id);
  INSERT INTO event_source (source, day, event)
  SELECT source, day, event FROM event_source_row
  WHERE event IN (SELECT e.record FROM extract AS x JOIN evidence AS e ON e.extract = x.id WHERE x.document = new.id)
  ON CONFLICT DO NOTHING;
END;
