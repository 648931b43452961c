-- Issues of briefings whose record or pages are not those of their hashes.
-- No parameters. Columns: id, of the briefing or 0; detail.
SELECT
  coalesce ((SELECT id FROM record WHERE uuid = i.briefing), 0) AS id,
  i.briefing || ' no. ' || i.number AS detail
FROM briefing_issue AS i
WHERE i.hash IS NOT sha256 (i.record)
  OR EXISTS (SELECT 1 FROM briefing_issue_edition AS e WHERE e.issue = i.id AND e.hash IS NOT sha256 (e.pdf))
