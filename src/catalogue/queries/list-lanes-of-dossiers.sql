-- Which dossiers events, restrictions and alliances are part of.
-- Columns: record, lane (the dossier).
SELECT m.record, m.dossier AS lane FROM member AS m JOIN record AS r ON r.id = m.record
WHERE r.kind IN ('event', 'restriction', 'alliance')
