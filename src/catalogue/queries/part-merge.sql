-- Notes that what was merged was parted.
-- Parameters: merge, history. No columns.
UPDATE merge SET parting = :history WHERE id = :merge
