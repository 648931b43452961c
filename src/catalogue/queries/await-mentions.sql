-- All documents are to be read for names again.
-- No parameters, no columns.
INSERT INTO mention_pending (document) SELECT document FROM body WHERE true ON CONFLICT (document) DO NOTHING
