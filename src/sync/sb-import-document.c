/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-import-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sb-clock.h"
#include "sb-document-reader.h"
#include "sb-feed-lookup.h"
#include "sb-record-builder.h"

/* In characters, of a title made of the text. */
#define TITLE_LENGTH 90

char *
_sb_import_make_document_uuid (GBytes *bytes)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_strdup_printf ("%.8s-%.4s-8%.3s-8%.3s-%.12s", hash, hash + 8, hash + 13, hash + 17, hash + 20);
}

/* A document that does not name itself is called by its first words. */
static char *
shorten (const char *text)
{
  g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), TITLE_LENGTH + 1));
  char *space;

  if (g_utf8_strlen (start, -1) <= TITLE_LENGTH)
    return g_steal_pointer (&start);

  space = strrchr (start, ' ');
  if (space != NULL)
    *space = '\0';
  return g_strconcat (start, "…", NULL);
}

/* The name of a file as a title: without its ending, which is no word. */
static char *
make_title_of_name (const char *name)
{
  g_autofree char *display = g_filename_display_name (name);
  char *dot = strrchr (display, '.');

  if (dot != NULL && dot != display)
    *dot = '\0';
  return g_steal_pointer (&display);
}

static char *
make_title (const SbImportDocument *self)
{
  GPtrArray *blocks = sb_extraction_get_blocks (self->extraction);

  if (sb_extraction_get_title (self->extraction) != NULL)
    return g_strdup (sb_extraction_get_title (self->extraction));

  for (guint i = 0; i < blocks->len; i++)
    {
      SbBlock *block = g_ptr_array_index (blocks, i);

      if (sb_block_get_kind (block) == SB_BLOCK_HEADING || sb_block_get_kind (block) == SB_BLOCK_PARAGRAPH)
        return shorten (sb_block_get_text (block));
    }

  return make_title_of_name (self->name);
}

void
_sb_import_describe_document (const SbImportDocument *self,
                              SbRecordBuilder *builder)
{
  SbExtraction *extraction = self->extraction;
  const char *media_type = _sb_import_kinds[self->kind].media_type;
  const char *date = sb_extraction_get_date (extraction);
  g_autofree char *day = date != NULL ? g_strndup (date, strlen ("YYYY-MM-DD")) : NULL;
  g_autoptr (SbDate) parsed_date = day != NULL ? sb_date_new (day, NULL) : NULL;
  g_autofree char *title = make_title (self);

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, title);
  sb_record_builder_set_text (builder, SB_DOCUMENT_BYLINE, sb_extraction_get_byline (extraction));
  sb_record_builder_set_text (builder, SB_DOCUMENT_LANGUAGE, sb_extraction_get_language (extraction));
  sb_record_builder_set_text (builder, SB_DOCUMENT_LEAD, sb_extraction_get_lead (extraction));
  sb_record_builder_set_date (builder, SB_DOCUMENT_DATE, parsed_date);
  sb_record_builder_set_time (builder, SB_DOCUMENT_FETCHED, sb_clock_now ());
  sb_record_builder_set_term (builder, SB_DOCUMENT_KIND, _sb_import_kinds[self->kind].document_kind);
  sb_record_builder_set_integer (builder, SB_DOCUMENT_WORDS, sb_extraction_count_words (extraction));
  if (sb_extraction_get_n_pages (extraction) > 0)
    sb_record_builder_set_integer (builder, SB_DOCUMENT_PAGES, sb_extraction_get_n_pages (extraction));
  sb_record_builder_set_text (builder, SB_DOCUMENT_MEDIA_TYPE,
                              media_type != NULL ? media_type : sb_content_type_for_name (self->name));
}

gboolean
_sb_import_store_document (const SbImportDocument *self,
                           SbStore *store,
                           SbImportResult *result,
                           GError **error)
{
  g_autofree char *uuid = _sb_import_make_document_uuid (self->bytes);
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) stored = sb_store_get_by_uuid (store, SB_KIND_DOCUMENT, uuid, &failure);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (_ ("Import a document"));
  g_autoptr (SbRecordBuilder) builder = NULL;
  g_autoptr (SbRecord) document = NULL;
  g_autoptr (SbRef) source = NULL;
  const char *site = sb_extraction_get_site (self->extraction);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (stored != NULL)
    {
      result->counts.unchanged = 1;
      result->document = sb_record_get_id (stored);
      return TRUE;
    }

  if (site != NULL && !(source = sb_source_find_or_add (store, site, NULL, changes, error)))
    return FALSE;

  builder = sb_record_builder_new (&sb_document_schema);
  sb_record_builder_set_uuid (builder, uuid);
  sb_record_builder_set_ref (builder, SB_DOCUMENT_SOURCE, source);
  _sb_import_describe_document (self, builder);
  document = sb_record_builder_end (g_steal_pointer (&builder));
  sb_change_set_put_document (changes, document, sb_extraction_get_blocks (self->extraction), self->bytes);
  if (sb_store_apply (store, changes, error) < 0)
    return FALSE;

  stored = sb_store_get_by_uuid (store, SB_KIND_DOCUMENT, uuid, error);
  if (stored == NULL)
    return FALSE;

  result->counts.added = 1;
  result->document = sb_record_get_id (stored);
  return TRUE;
}
