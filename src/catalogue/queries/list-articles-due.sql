-- Documents whose page is to be fetched, of feeds that want it, the newest first of
-- those that are due since the same time.
-- Parameters: now, in seconds since 1970; limit. Columns: id.
SELECT a.document AS id
FROM article AS a
JOIN document AS d ON d.id = a.document
JOIN feed AS f ON f.id = d.feed
WHERE a.state = 'waiting' AND a.next_due <= :now AND f.full_text AND NOT f.paused
ORDER BY a.next_due, a.document DESC
LIMIT :limit
