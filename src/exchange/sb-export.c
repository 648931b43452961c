/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-export-private.h"

#include <string.h>

#include "sb-date-format.h"
#include "sb-evidence.h"
#include "sb-file-sink.h"
#include "sb-store-export.h"

/* How often it is told how far the work is. */
#define TELL_EVERY 256

/* Records that are looked up are kept, up to so many. */
#define MAX_KEPT 20000

static const struct
{
  const char *name;
  gboolean (*write) (SbExporter *self,
                     GError **error);
} formats[] = {
  [SB_EXPORT_GEOJSON] = { "geojson", _sb_export_geojson },
  [SB_EXPORT_CSV] = { "csv", _sb_export_csv },
  [SB_EXPORT_ACLED_CSV] = { "acled-csv", _sb_export_acled },
  [SB_EXPORT_STIX] = { "stix", _sb_export_stix },
  [SB_EXPORT_RIS] = { "ris", _sb_export_ris },
  [SB_EXPORT_GRAPHML] = { "graphml", _sb_export_graphml },
};

G_STATIC_ASSERT (G_N_ELEMENTS (formats) == SB_N_EXPORT_FORMATS);

gboolean
sb_export_format_parse (const char *name,
                        SbExportFormat *format)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, name))
      {
        *format = (SbExportFormat) i;
        return TRUE;
      }

  return FALSE;
}

static SbRecord *
get_record (SbExporter *self,
            SbKind kind,
            gint64 id,
            GError **error)
{
  return sb_store_get (self->store, kind, id, error);
}

gboolean
_sb_exporter_each (SbExporter *self,
                   SbKind kind,
                   SbExportFunc func,
                   gpointer data,
                   GError **error)
{
  g_autoptr (SbQuery) query = sb_query_copy (self->request->query);
  g_autoptr (GArray) ids = NULL;

  query->kind = kind;
  query->limit = 0;
  query->offset = 0;
  ids = sb_store_list_ids (self->store, query, error);
  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (SbRecord) record = NULL;
      gboolean is_inside = FALSE;

      if (kind == SB_KIND_EVENT && self->request->events != NULL && !sb_id_set_contains (self->request->events, g_array_index (ids, gint64, i)))
        continue;

      record = get_record (self, kind, g_array_index (ids, gint64, i), &failure);
      /* Not while one is being written: what is looked up is borrowed. */
      if (g_hash_table_size (self->records) >= MAX_KEPT)
        g_hash_table_remove_all (self->records);
      if (failure == NULL && record != NULL)
        _sb_exporter_is_inside (self, record, &is_inside, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || (is_inside && !func (self, record, data, error)))
        return FALSE;
      if (self->operation != NULL && i % TELL_EVERY == 0)
        sb_operation_report_progress (self->operation, i / (double) ids->len, NULL);
    }

  return TRUE;
}

SbRecord *
_sb_exporter_look_up (SbExporter *self,
                      SbRef *ref,
                      GError **error)
{
  gint64 id = sb_ref_get_id (ref);
  SbRecord *record = g_hash_table_lookup (self->records, &id);

  if (record != NULL)
    return record;

  record = get_record (self, sb_ref_get_kind (ref), id, error);
  if (record == NULL)
    return NULL;

  g_hash_table_insert (self->records, g_memdup2 (&id, sizeof id), record);
  return record;
}

GPtrArray *
_sb_exporter_list_evidence (SbExporter *self,
                            SbRecord *record,
                            GError **error)
{
  return sb_store_list_evidence (self->store, sb_record_get_id (record), error);
}

gboolean
_sb_exporter_write (SbExporter *self,
                    const char *text,
                    GError **error)
{
  return g_output_stream_write_all (self->stream, text, strlen (text), NULL, self->cancellable, error);
}

gboolean
_sb_exporter_take_json (SbExporter *self,
                        const char *before,
                        JsonNode *root,
                        GError **error)
{
  g_autofree char *text = json_to_string (root, FALSE);

  json_node_unref (root);
  return _sb_exporter_write (self, before, error) && _sb_exporter_write (self, text, error);
}

void
_sb_json_add_text (JsonBuilder *builder,
                   const char *name,
                   const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

void
_sb_json_add_integer (JsonBuilder *builder,
                      const char *name,
                      gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

const char *
_sb_record_get_term_name (SbRecord *record,
                          guint field)
{
  const SbField *description = &sb_record_get_schema (record)->fields[field];
  const SbTerm *term = NULL;

  if (sb_record_has (record, field))
    term = sb_vocabulary_find (description->vocabulary, sb_record_get_term (record, field, 0));

  return term != NULL ? term->name : NULL;
}

char *
_sb_evidence_dup_grade (SbRecord *evidence)
{
  const char *reliability = _sb_record_get_term_name (evidence, SB_EVIDENCE_RELIABILITY);
  const char *credibility = _sb_record_get_term_name (evidence, SB_EVIDENCE_CREDIBILITY);

  if (reliability == NULL && credibility == NULL)
    return NULL;

  return g_strconcat (reliability != NULL ? reliability : "", credibility != NULL ? credibility : "", NULL);
}

char *
_sb_evidence_dup_citation (SbRecord *evidence,
                           SbLanguage language)
{
  SbRef *source = sb_record_get_ref (evidence, SB_EVIDENCE_SOURCE);
  SbRef *document = sb_record_get_ref (evidence, SB_EVIDENCE_DOCUMENT);
  SbDate *date = sb_record_get_date (evidence, SB_EVIDENCE_DATE);
  g_autoptr (GString) text = g_string_new (source != NULL ? sb_ref_get_name (source, language) : "");

  if (document != NULL)
    g_string_append_printf (text, language == SB_LANGUAGE_FR ? "%s«\u00a0%s\u00a0»" : "%s“%s”", text->len > 0 ? ", " : "",
                            sb_ref_get_name (document, language));
  if (date != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", sb_date_get_edtf (date));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

gint64
sb_export_write (SbStore *store,
                 const SbExportRequest *request,
                 const char *path,
                 SbOperation *operation,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (SbSnapshot) snapshot = NULL;
  g_autoptr (SbFileSink) sink = NULL;
  g_autoptr (GHashTable) records = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  SbExporter self = { store, request, NULL, operation, cancellable, records, 0 };

  g_return_val_if_fail (SB_IS_STORE (store), -1);
  g_return_val_if_fail (request != NULL && request->query != NULL, -1);
  g_return_val_if_fail (path != NULL, -1);

  snapshot = sb_snapshot_new (store, error);
  sink = snapshot != NULL ? sb_file_sink_new (path, error) : NULL;
  if (sink == NULL)
    return -1;

  self.stream = sb_file_sink_get_stream (sink);
  if (!formats[request->format].write (&self, error) || !sb_file_sink_commit (sink, error))
    return -1;

  return self.n_records;
}
