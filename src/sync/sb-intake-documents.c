/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-table-intake-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sb-attachments.h"
#include "sb-block.h"
#include "sb-clock.h"
#include "sb-document-reader.h"
#include "sb-document.h"
#include "sb-table-country.h"
#include "sb-table-document.h"
#include "sb-table-file.h"

/* The first of several names; where a name has "; " in it, that is a loss. */
static char *
dup_first (const char *names)
{
  const char *end = strstr (names, "; ");

  return end != NULL ? g_strndup (names, (gsize) (end - names)) : g_strchomp (g_strdup (names));
}

static char *
make_uuid (SbIntake *self,
           const SbTableDocument *document)
{
  const char *key = document->id != NULL ? document->id : document->url != NULL ? document->url
                                                                                : document->title;
  g_autofree char *kind = g_strconcat ("document:", sb_table_shape_get_name (self->request->shape), NULL);

  return _sb_intake_make_uuid (kind, key);
}

/* The text as blocks: HTML where it is, else Markdown. */
static GPtrArray *
read_text (SbIntake *self,
           const SbTableDocument *document)
{
  const char *text = document->text;
  gboolean is_html = text != NULL && (strstr (text, "</") != NULL || strstr (text, "<p>") != NULL || strstr (text, "<br") != NULL);
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new_static (text, strlen (text)) : NULL;
  g_autoptr (SbExtraction) extraction =
    bytes != NULL ? sb_extract (bytes, is_html ? "text/html; charset=utf-8" : "text/markdown; charset=utf-8", document->url,
                                SB_EXTRACT_WHOLE, self->cancellable, NULL)
                  : NULL;
  GPtrArray *blocks;

  if (extraction != NULL && sb_extraction_get_blocks (extraction)->len > 0)
    return g_ptr_array_ref (sb_extraction_get_blocks (extraction));

  /* What cannot be read is still what it is called. */
  blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_HEADING, 1, 0, document->title, NULL));
  return blocks;
}

static gboolean
find_stored (SbIntake *self,
             const SbTableDocument *document,
             const char *uuid,
             SbRecord **stored,
             GError **error)
{
  g_autoptr (GError) failure = NULL;

  *stored = sb_store_get_by_uuid (self->store, SB_KIND_DOCUMENT, uuid, &failure);
  /* The same text may have come by a feed. */
  if (*stored == NULL && failure == NULL && document->url != NULL)
    *stored = sb_store_find_document (self->store, 0, NULL, document->url, &failure);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
set_source (SbIntake *self,
            SbRecordBuilder *builder,
            const SbTableDocument *document,
            GError **error)
{
  g_autofree char *name = document->source != NULL ? dup_first (document->source) : NULL;
  g_autoptr (SbRef) source = NULL;

  if (name == NULL || *name == '\0')
    {
      if (self->publisher != NULL)
        sb_record_builder_set_ref (builder, SB_DOCUMENT_SOURCE, self->publisher);
      return TRUE;
    }

  source = _sb_intake_find_source (self, name, error);
  sb_record_builder_set_ref (builder, SB_DOCUMENT_SOURCE, source);
  return source != NULL;
}

static gboolean
has_text (SbIntake *self,
          SbRecord *stored,
          GPtrArray *blocks,
          GError **error)
{
  g_autoptr (GPtrArray) known = sb_store_get_blocks (self->store, sb_record_get_id (stored), error);
  g_autofree char *before = known != NULL ? sb_blocks_join (known) : NULL;
  g_autofree char *after = sb_blocks_join (blocks);

  return g_strcmp0 (before, after) == 0;
}

static gboolean
put_document (SbIntake *self,
              SbRecord *record,
              SbRecord *stored,
              GPtrArray *blocks,
              GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (stored != NULL && has_text (self, stored, blocks, &failure))
    {
      _sb_intake_put (self, record, stored);
      return TRUE;
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (stored != NULL)
    self->result->counts.updated++;
  else
    self->result->counts.added++;
  sb_change_set_put_document (self->changes, record, blocks, NULL);
  self->n_changes++;
  return TRUE;
}

/* Whether a document is about one of the countries that are wanted. */
static gboolean
is_wanted (SbIntake *self,
           const SbTableDocument *document)
{
  const char *const *wanted = self->request->countries;
  g_auto (GStrv) names = document->country != NULL ? g_strsplit_set (document->country, ";,", -1) : NULL;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      const SbTableCountry *country = sb_table_country_find (g_strstrip (names[i]));

      if (country != NULL && g_strv_contains (wanted, country->alpha2))
        return TRUE;
    }

  return FALSE;
}

static gboolean
take_document (SbIntake *self,
               const SbTableDocument *document,
               GError **error)
{
  g_autofree char *uuid = make_uuid (self, document);
  g_autoptr (SbRecord) stored = NULL;
  g_autoptr (SbRecordBuilder) builder = NULL;
  g_autoptr (SbRecord) record = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (SbDate) date = document->has_day ? sb_date_new_for_day (document->day) : NULL;

  if (self->request->countries != NULL && !is_wanted (self, document))
    return TRUE;
  if (!g_hash_table_add (self->seen, g_strdup (uuid)))
    {
      _sb_intake_reject (self, document->line, N_ ("The same document stands in the file before."));
      return TRUE;
    }
  if (!find_stored (self, document, uuid, &stored, error))
    return FALSE;

  builder = stored != NULL ? sb_record_builder_new_from (stored) : sb_record_builder_new (&sb_document_schema);
  if (stored == NULL)
    {
      sb_record_builder_set_uuid (builder, uuid);
      sb_record_builder_set_time (builder, SB_DOCUMENT_FETCHED, sb_clock_now ());
      sb_record_builder_set_term (builder, SB_DOCUMENT_KIND, SB_DOCUMENT_KIND_REPORT);
      sb_record_builder_set_ref (builder, SB_DOCUMENT_FEED, self->request->feed);
    }
  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, document->title);
  if (document->url != NULL)
    sb_record_builder_set_text (builder, SB_DOCUMENT_URL, document->url);
  if (date != NULL)
    sb_record_builder_set_date (builder, SB_DOCUMENT_DATE, date);
  if (document->language != NULL && strlen (document->language) == 2)
    sb_record_builder_set_text (builder, SB_DOCUMENT_LANGUAGE, document->language);
  if (document->files != NULL)
    {
      g_autoptr (GPtrArray) files = sb_table_files_new (document->files);

      sb_attachments_set_files (builder, files);
    }
  if (!set_source (self, builder, document, error))
    return FALSE;

  record = sb_record_builder_end (g_steal_pointer (&builder));
  if (stored != NULL && document->text == NULL)
    {
      _sb_intake_put (self, record, stored);
      return TRUE;
    }

  blocks = read_text (self, document);
  return put_document (self, record, stored, blocks, error);
}

gboolean
_sb_intake_documents (SbIntake *self,
                      GError **error)
{
  g_autoptr (SbTableDocumentReader) reader =
    sb_table_document_reader_new (self->request->table, self->request->spec, error);
  SbTableDocument document;
  const char *reason;

  if (reader == NULL)
    return FALSE;

  while (sb_table_document_reader_next (reader, &document, &reason))
    {
      if (reason != NULL)
        _sb_intake_reject (self, document.line, reason);
      else if (!take_document (self, &document, error))
        return FALSE;
      if (!_sb_intake_flush (self, FALSE, error))
        return FALSE;
    }

  return TRUE;
}
