-- What was said of texts has changed, or a record with names is gone: names are to be
-- loaded anew. No record has the number 0.
-- No parameters, no columns.
INSERT INTO mention_renamed (record) VALUES (0) ON CONFLICT (record) DO NOTHING
