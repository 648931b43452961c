/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-import-private.h"

#include <glib/gi18n.h>

#include "sb-document-error.h"
#include "sb-document-reader.h"
#include "sb-dossier-import.h"
#include "sb-feed-subscriptions.h"
#include "sb-import-spec.h"
#include "sb-table-error.h"
#include "sb-table-intake.h"

/* The largest file that is read. */
#define MAX_BYTES (256 << 20)

struct _SbImportDraft
{
  SbImportKind kind;
  char *name; /* (owned) */
  GBytes *bytes; /* (owned) (nullable) but for a container */
  GInputStream *stream; /* (owned) (nullable) of a container, which need not be
                           in memory */
  SbExtraction *extraction; /* (owned) (nullable) of a document */
  SbFeedList *feeds; /* (owned) (nullable) of OPML */
  SbTable *table; /* (owned) (nullable) of data */
  SbTableShape shape; /* of it */
  SbImportSpec *spec; /* (owned) (nullable) */
};

static gboolean
read_document (SbImportDraft *self,
               GCancellable *cancellable,
               GError **error)
{
  const char *content_type = sb_content_type_for_name (self->name);

  self->extraction = sb_extract (self->bytes, content_type, NULL, SB_EXTRACT_ARTICLE, cancellable, error);
  if (self->extraction == NULL)
    return FALSE;

  /* A page that is no article has its text elsewhere. */
  if (sb_extraction_count_words (self->extraction) == 0)
    {
      g_clear_pointer (&self->extraction, sb_extraction_unref);
      self->extraction = sb_extract (self->bytes, content_type, NULL, SB_EXTRACT_WHOLE, cancellable, error);
      if (self->extraction == NULL)
        return FALSE;
    }

  if (sb_extraction_count_words (self->extraction) > 0)
    return TRUE;

  g_set_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_EMPTY, "%s: there is no text", self->name);
  return FALSE;
}

static gboolean
read_table (SbImportDraft *self,
            GError **error)
{
  self->table = sb_table_new (self->bytes, self->spec != NULL ? sb_import_spec_get_options (self->spec) : NULL, error);
  if (self->table == NULL)
    return FALSE;

  self->shape = sb_table_guess_shape (self->table);
  if (sb_table_intake_is_possible (self->shape, self->spec))
    return TRUE;

  g_set_error (error, SB_TABLE_ERROR, SB_TABLE_ERROR_UNKNOWN, "%s: columns that say nothing", self->name);
  return FALSE;
}

SbImportDraft *
sb_import_draft_new (GBytes *bytes,
                     const char *name,
                     SbImportSpec *spec,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (SbImportDraft) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (SbImportDraft, 1);
  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  self->spec = spec != NULL ? sb_import_spec_ref (spec) : NULL;
  self->kind = spec != NULL ? SB_IMPORT_TABLE : _sb_import_guess_kind (bytes, name);

  switch (self->kind)
    {
    case SB_IMPORT_OPML:
      self->feeds = sb_feed_list_new_from_opml (bytes, error);
      return self->feeds != NULL ? g_steal_pointer (&self) : NULL;
    case SB_IMPORT_DOSSIER:
      return g_steal_pointer (&self);
    case SB_IMPORT_CONTAINER:
      self->stream = g_memory_input_stream_new_from_bytes (bytes);
      return g_steal_pointer (&self);
    case SB_IMPORT_TABLE:
      return read_table (self, error) ? g_steal_pointer (&self) : NULL;
    case SB_IMPORT_FEED:
      g_set_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_UNSUPPORTED, "%s: is a feed", name);
      return NULL;
    case SB_IMPORT_UNKNOWN:
    case SB_IMPORT_HTML:
    case SB_IMPORT_TEXT:
    case SB_IMPORT_PDF:
    case SB_IMPORT_OFFICE:
    case SB_IMPORT_MARKDOWN:
    case SB_IMPORT_MAIL:
    default:
      return read_document (self, cancellable, error) ? g_steal_pointer (&self) : NULL;
    }
}

/* A draft of a dossier in a file; NULL without an error when it holds something
 * else. */
static SbImportDraft *
open_container (GFile *file,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  SbImportDraft *self;

  if (stream == NULL || !g_seekable_can_seek (G_SEEKABLE (stream)) || !sb_dossier_sniff (G_INPUT_STREAM (stream)))
    return NULL;

  self = g_new0 (SbImportDraft, 1);
  self->kind = SB_IMPORT_CONTAINER;
  self->name = g_file_get_basename (file);
  self->stream = G_INPUT_STREAM (g_steal_pointer (&stream));
  return self;
}

/* What may be imported, by its size; NULL with an error otherwise. */
static GFile *
find_file (const char *file,
           goffset *size,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GFile) location = g_file_new_for_commandline_arg (file);
  g_autoptr (GFileInfo) info =
    g_file_query_info (location, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                       cancellable, error);

  if (info == NULL)
    return NULL;

  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "%s: is a folder", file);
      return NULL;
    }

  *size = g_file_info_get_size (info);
  return g_steal_pointer (&location);
}

static GBytes *
load_file (GFile *location,
           goffset size,
           GCancellable *cancellable,
           GError **error)
{
  if (size > MAX_BYTES)
    {
      g_autofree char *name = g_file_get_parse_name (location);

      g_set_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_TOO_LARGE, "%s: more than %d bytes", name, MAX_BYTES);
      return NULL;
    }

  return g_file_load_bytes (location, cancellable, NULL, error);
}

GBytes *
sb_import_load (const char *file,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GFile) location = NULL;
  goffset size;

  g_return_val_if_fail (file != NULL, NULL);

  location = find_file (file, &size, cancellable, error);
  return location != NULL ? load_file (location, size, cancellable, error) : NULL;
}

SbImportDraft *
sb_import_draft_new_from_file (const char *file,
                               SbImportSpec *spec,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (GFile) location = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  SbImportDraft *draft;
  goffset size;

  g_return_val_if_fail (file != NULL, NULL);

  location = find_file (file, &size, cancellable, error);
  if (location == NULL)
    return NULL;

  draft = open_container (location, cancellable, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  if (draft != NULL)
    return draft;

  bytes = load_file (location, size, cancellable, error);
  if (bytes == NULL)
    return NULL;

  name = g_file_get_basename (location);
  return sb_import_draft_new (bytes, name, spec, cancellable, error);
}

void
sb_import_draft_free (SbImportDraft *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->extraction, sb_extraction_unref);
  g_clear_pointer (&self->feeds, sb_feed_list_unref);
  g_clear_pointer (&self->table, sb_table_unref);
  g_clear_pointer (&self->spec, sb_import_spec_unref);
  g_free (self);
}

static gboolean
store_feeds (SbImportDraft *self,
             SbStore *store,
             SbImportResult *result,
             GError **error)
{
  g_autoptr (GPtrArray) refused = g_ptr_array_new_with_free_func (g_free);
  const SbFeedListRejection *rejections;
  guint n_rejections;

  if (!sb_feeds_subscribe (store, self->feeds, &result->counts, refused, error))
    return FALSE;

  rejections = sb_feed_list_get_rejections (self->feeds, &n_rejections);
  for (guint i = 0; i < n_rejections; i++)
    sb_import_result_reject (result, rejections[i].line, rejections[i].reason);
  for (guint i = 0; i < refused->len; i++)
    sb_import_result_reject (result, 0, N_ ("this is not a web address"));

  return TRUE;
}

static gboolean
store_table (SbImportDraft *self,
             SbStore *store,
             SbImportResult *result,
             SbOperation *operation,
             GCancellable *cancellable,
             GError **error)
{
  const SbTableIntakeRequest request = { .table = self->table, .shape = self->shape, .spec = self->spec, .file = self->name, .operation = operation };

  result->kind = self->shape == SB_TABLE_SHAPE_UNKNOWN ? sb_import_spec_get_subject_name (self->spec)
                                                       : sb_table_shape_get_name (self->shape);
  result->is_data = TRUE;
  return sb_table_intake (store, &request, result, cancellable, error);
}

static gboolean
store_text (SbImportDraft *self,
            SbStore *store,
            SbImportResult *result,
            GError **error)
{
  const SbImportDocument document = { self->kind, self->name, self->bytes, self->extraction };

  return _sb_import_store_document (&document, store, result, error);
}

static gboolean
store_draft (SbImportDraft *self,
             SbStore *store,
             SbImportResult *result,
             SbOperation *operation,
             GCancellable *cancellable,
             GError **error)
{
  switch (self->kind)
    {
    case SB_IMPORT_OPML:
      return store_feeds (self, store, result, error);

    case SB_IMPORT_DOSSIER:
      return sb_dossier_read_ndjson (store, self->bytes, _ ("Import a dossier"), &result->counts, cancellable, error);

    case SB_IMPORT_CONTAINER:
      return sb_dossier_import (store, self->stream, _ ("Import a dossier"), &result->counts, operation, cancellable, error);

    case SB_IMPORT_TABLE:
      return store_table (self, store, result, operation, cancellable, error);

    default:
      return store_text (self, store, result, error);
    }
}

SbImportResult *
sb_import_draft_store (SbImportDraft *self,
                       SbStore *store,
                       SbOperation *operation,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (SbImportResult) result = NULL;
  g_autoptr (SbStoreHold) hold = NULL;
  gboolean is_stored;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (SB_IS_STORE (store), NULL);

  /* What is looked up must still be so when it is stored. */
  hold = sb_store_hold (store, error);
  if (hold == NULL)
    return NULL;

  result = sb_import_result_new ();
  result->file = g_strdup (self->name);
  result->kind = _sb_import_kinds[self->kind].name;
  sb_store_set_cancellable (store, cancellable);
  is_stored = store_draft (self, store, result, operation, cancellable, error) && sb_store_hold_commit (hold, error);
  sb_store_set_cancellable (store, NULL);
  return is_stored ? g_steal_pointer (&result) : NULL;
}
