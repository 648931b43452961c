-- What a record was called that was merged into another, as of the last time.
-- Parameters: uuid. Columns: id, kind, fr, en. No row when it never was.
SELECT gone AS id, kind, gone_fr AS fr, gone_en AS en
FROM merge
WHERE gone_uuid = :uuid
ORDER BY id DESC
LIMIT 1
