-- Makes a record a version of a question.
-- Parameters: record, topic, retained. No columns.
INSERT INTO version (record, topic, retained)
VALUES (:record, :topic, :retained)
ON CONFLICT (record) DO UPDATE SET
  topic = excluded.topic,
  retained = excluded.retained
