-- Marks a document as read, or as not read.
-- Parameters: document; marked; now, the time of reading. No columns.
UPDATE document SET read = CASE WHEN :marked THEN :now END
WHERE id = :document AND (read IS NOT NULL) <> :marked
