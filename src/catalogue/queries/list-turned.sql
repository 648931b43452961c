-- The ids of the records of a kind that could have begun, ended or been spoken of
-- between two days; in no order.
-- Parameters: kind, its name; first_day; last_day; dossier, NULL for any;
-- withdrawn; limit. Columns: id.
-- What is only known within more than 400 days did not turn on any day that is
-- worth telling. For each kind but the one that is asked for, SQLite does
-- nothing.
SELECT t.id FROM (
  SELECT id AS id FROM restriction WHERE :kind = 'restriction' AND coalesce (since_first, -1073741825) BETWEEN :first_day - 400 AND :last_day AND since_last >= :first_day
  UNION SELECT id AS id FROM restriction WHERE :kind = 'restriction' AND until_first BETWEEN :first_day - 400 AND :last_day AND until_last >= :first_day
  UNION SELECT id AS id FROM control WHERE :kind = 'control' AND coalesce (since_first, -1073741825) BETWEEN :first_day - 400 AND :last_day AND since_last >= :first_day
  UNION SELECT id AS id FROM control WHERE :kind = 'control' AND until_first BETWEEN :first_day - 400 AND :last_day AND until_last >= :first_day
  UNION SELECT id AS id FROM alliance WHERE :kind = 'alliance' AND since_first BETWEEN :first_day - 400 AND :last_day AND since_last >= :first_day
  UNION SELECT id AS id FROM alliance WHERE :kind = 'alliance' AND until_first BETWEEN :first_day - 400 AND :last_day AND until_last >= :first_day
  UNION SELECT id AS id FROM relation WHERE :kind = 'relation' AND coalesce (since_first, -1073741825) BETWEEN :first_day - 400 AND :last_day AND since_last >= :first_day
  UNION SELECT id AS id FROM relation WHERE :kind = 'relation' AND until_first BETWEEN :first_day - 400 AND :last_day AND until_last >= :first_day
  UNION SELECT owner AS id FROM alliance_party WHERE :kind = 'alliance' AND since_first BETWEEN :first_day - 400 AND :last_day AND since_last >= :first_day
  UNION SELECT owner AS id FROM alliance_party WHERE :kind = 'alliance' AND until_first BETWEEN :first_day - 400 AND :last_day AND until_last >= :first_day
  UNION SELECT owner AS id FROM actor_role WHERE :kind = 'actor' AND since_first BETWEEN :first_day - 400 AND :last_day AND since_last >= :first_day
  UNION SELECT owner AS id FROM actor_role WHERE :kind = 'actor' AND until_first BETWEEN :first_day - 400 AND :last_day AND until_last >= :first_day
  UNION SELECT id AS id FROM claim WHERE :kind = 'claim' AND coalesce (date_first, -1073741825) BETWEEN :first_day - 400 AND :last_day AND date_last >= :first_day
  UNION SELECT owner AS id FROM claim_statement WHERE :kind = 'claim' AND date_first BETWEEN :first_day - 400 AND :last_day AND date_last >= :first_day
  UNION SELECT id AS id FROM alliance WHERE :kind = 'alliance' AND judged_on_first BETWEEN :first_day - 400 AND :last_day AND judged_on_last >= :first_day
  UNION SELECT id AS id FROM instrument WHERE :kind = 'instrument' AND ended_first BETWEEN :first_day - 400 AND :last_day AND ended_last >= :first_day
  UNION SELECT id AS id FROM instrument WHERE :kind = 'instrument' AND date_first BETWEEN :first_day - 400 AND :last_day AND date_last >= :first_day) AS t
WHERE (:dossier IS NULL OR EXISTS (SELECT 1 FROM member WHERE dossier = :dossier AND record = t.id))
  AND (:withdrawn OR NOT EXISTS (SELECT 1 FROM record INDEXED BY record_withdrawn_index WHERE withdrawn AND id = t.id))
LIMIT :limit
