-- Which actors events, restrictions and alliances are of: who acts in an event, who
-- imposes a restriction or is aimed at by it, who is a party of an alliance.
-- Columns: record, lane (the actor); a pair may come more than once.
SELECT owner AS record, actor AS lane FROM event_actor
UNION ALL SELECT id, imposed_by FROM restriction WHERE imposed_by IS NOT NULL
UNION ALL SELECT owner, actor FROM restriction_target
UNION ALL SELECT owner, actor FROM alliance_party
