/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-import.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sb-clock.h"
#include "sb-document-error.h"
#include "sb-document-reader.h"
#include "sb-document.h"
#include "sb-dossier-import.h"
#include "sb-feed-lookup.h"
#include "sb-feed-subscriptions.h"
#include "sb-import-spec.h"
#include "sb-record-builder.h"
#include "sb-table-error.h"
#include "sb-table-intake.h"

/* The largest file that is read. */
#define MAX_BYTES (256 << 20)

/* In characters, of a title made of the text. */
#define TITLE_LENGTH 90

/* How far into a file it is looked for what tells its kind. */
#define SNIFF_BYTES 4096

typedef enum
{
  IMPORT_UNKNOWN,
  IMPORT_HTML,
  IMPORT_TEXT,
  IMPORT_PDF,
  IMPORT_OFFICE,
  IMPORT_MARKDOWN,
  IMPORT_MAIL,
  IMPORT_OPML,
  IMPORT_DOSSIER,
  IMPORT_CONTAINER,
  IMPORT_FEED,
  IMPORT_TABLE,
} ImportKind;

/* The kind of document that a file most likely is; the reader may change it. Where
 * no media type stands here, the name of the file tells it. */
static const struct
{
  const char *name;
  const char *media_type;
  SbDocumentKind document_kind;
} kinds[] = {
  [IMPORT_UNKNOWN] = { NULL, NULL, 0 },
  [IMPORT_HTML] = { "html", "text/html", SB_DOCUMENT_KIND_ARTICLE },
  [IMPORT_TEXT] = { "text", "text/plain", SB_DOCUMENT_KIND_OTHER },
  [IMPORT_PDF] = { "pdf", "application/pdf", SB_DOCUMENT_KIND_REPORT },
  [IMPORT_OFFICE] = { "office", NULL, SB_DOCUMENT_KIND_REPORT },
  [IMPORT_MARKDOWN] = { "markdown", "text/markdown", SB_DOCUMENT_KIND_OTHER },
  [IMPORT_MAIL] = { "mail", NULL, SB_DOCUMENT_KIND_ARTICLE },
  [IMPORT_OPML] = { "opml", NULL, 0 },
  [IMPORT_DOSSIER] = { "dossier", NULL, 0 },
  [IMPORT_CONTAINER] = { "dossier", NULL, 0 },
  [IMPORT_FEED] = { "feed", NULL, 0 },
  [IMPORT_TABLE] = { "table", NULL, 0 },
};

struct _SbImportDraft
{
  ImportKind kind;
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

G_DEFINE_BOXED_TYPE (SbImportResult, sb_import_result, sb_import_result_copy, sb_import_result_free)

static void
rejection_free (gpointer data)
{
  SbImportRejection *rejection = data;

  g_free (rejection->reason);
  g_free (rejection);
}

static void
reject (SbImportResult *result,
        guint line,
        const char *reason)
{
  SbImportRejection *rejection = g_new0 (SbImportRejection, 1);

  rejection->line = line;
  rejection->reason = g_strdup (reason);
  g_ptr_array_add (result->rejections, rejection);
}

SbImportResult *
sb_import_result_new (void)
{
  SbImportResult *result = g_new0 (SbImportResult, 1);

  result->rejections = g_ptr_array_new_with_free_func (rejection_free);
  return result;
}

SbImportResult *
sb_import_result_copy (const SbImportResult *self)
{
  SbImportResult *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = sb_import_result_new ();
  copy->file = g_strdup (self->file);
  copy->kind = self->kind;
  copy->counts = self->counts;
  copy->n_withdrawn = self->n_withdrawn;
  copy->is_data = self->is_data;
  copy->document = self->document;
  copy->error = self->error != NULL ? g_error_copy (self->error) : NULL;
  for (guint i = 0; i < self->rejections->len; i++)
    {
      const SbImportRejection *rejection = g_ptr_array_index (self->rejections, i);

      reject (copy, rejection->line, rejection->reason);
    }

  return copy;
}

void
sb_import_result_free (SbImportResult *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->file);
  g_clear_pointer (&self->rejections, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}

/* Data is told by the name of the file, by a beginning that no text has, or by a
 * first line of many columns. */
static gboolean
is_data (const char *name,
         const char *head)
{
  static const char *const suffixes[] = { ".csv", ".tsv", ".tab", ".psv", ".json", ".ndjson", ".jsonl", ".geojson", ".kml", ".kmz", ".gpx" };
  g_autofree char *lower = g_ascii_strdown (name, -1);
  gsize line = strcspn (head, "\r\n");
  guint n_tabs = 0;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;

  for (gsize i = 0; i < line; i++)
    n_tabs += head[i] == '\t' ? 1 : 0;

  return *head == '{' || *head == '[' || strstr (head, "<kml") != NULL || strstr (head, "<gpx") != NULL ||
         strstr (head, "xmlns:gdacs") != NULL || n_tabs >= 10;
}

static ImportKind
guess_kind (GBytes *bytes,
            const char *name)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head = g_ascii_strdown (data != NULL ? data : "", MIN (size, SNIFF_BYTES));
  const char *start = g_str_has_prefix (head, "\357\273\277") ? head + 3 : head;
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_bytes (bytes);

  if (strstr (head, "<opml") != NULL)
    return IMPORT_OPML;
  g_strchug ((char *) start);
  if (strstr (head, "<rss") != NULL && strstr (head, "xmlns:gdacs") != NULL)
    return IMPORT_TABLE;
  /* A feed is subscribed to; as text it would be its own markup. */
  if (strstr (head, "<rss") != NULL || strstr (head, "<feed") != NULL || strstr (head, "<rdf:rdf") != NULL)
    return IMPORT_FEED;
  if (*start == '{' && strstr (start, "\"@kind\"") != NULL)
    return IMPORT_DOSSIER;

  if (sb_dossier_sniff (memory))
    return IMPORT_CONTAINER;
  if (is_data (name, start))
    return IMPORT_TABLE;

  switch (sb_format_guess (bytes, sb_content_type_for_name (name)))
    {
    case SB_FORMAT_HTML:
      return IMPORT_HTML;
    case SB_FORMAT_TEXT:
      return IMPORT_TEXT;
    case SB_FORMAT_PDF:
      return IMPORT_PDF;
    case SB_FORMAT_OFFICE:
      return IMPORT_OFFICE;
    case SB_FORMAT_MARKDOWN:
      return IMPORT_MARKDOWN;
    case SB_FORMAT_MAIL:
      return IMPORT_MAIL;
    case SB_FORMAT_UNKNOWN:
    default:
      return IMPORT_UNKNOWN;
    }
}

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
  self->kind = spec != NULL ? IMPORT_TABLE : guess_kind (bytes, name);

  switch (self->kind)
    {
    case IMPORT_OPML:
      self->feeds = sb_feed_list_new_from_opml (bytes, error);
      return self->feeds != NULL ? g_steal_pointer (&self) : NULL;
    case IMPORT_DOSSIER:
      return g_steal_pointer (&self);
    case IMPORT_CONTAINER:
      self->stream = g_memory_input_stream_new_from_bytes (bytes);
      return g_steal_pointer (&self);
    case IMPORT_TABLE:
      return read_table (self, error) ? g_steal_pointer (&self) : NULL;
    case IMPORT_FEED:
      g_set_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_UNSUPPORTED, "%s: is a feed", name);
      return NULL;
    case IMPORT_UNKNOWN:
    case IMPORT_HTML:
    case IMPORT_TEXT:
    case IMPORT_PDF:
    case IMPORT_OFFICE:
    case IMPORT_MARKDOWN:
    case IMPORT_MAIL:
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
  self->kind = IMPORT_CONTAINER;
  self->name = g_file_get_basename (file);
  self->stream = G_INPUT_STREAM (g_steal_pointer (&stream));
  return self;
}

SbImportDraft *
sb_import_draft_new_from_file (const char *file,
                               SbImportSpec *spec,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (GFile) location = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SbImportDraft *draft;
  g_autofree char *name = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  location = g_file_new_for_commandline_arg (file);
  info = g_file_query_info (location, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return NULL;

  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "%s: is a folder", file);
      return NULL;
    }

  draft = open_container (location, cancellable, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  if (draft != NULL)
    return draft;

  if (g_file_info_get_size (info) > MAX_BYTES)
    {
      g_set_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_TOO_LARGE, "%s: more than %d bytes", file, MAX_BYTES);
      return NULL;
    }

  bytes = g_file_load_bytes (location, cancellable, NULL, error);
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

/* A UUID (version 8, RFC 9562) made of the SHA-256 of the bytes: the same file
 * is the same document in every catalogue. */
static char *
make_uuid (GBytes *bytes)
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
make_title (SbImportDraft *self)
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

static void
fill_in (SbImportDraft *self,
         SbRecordBuilder *builder)
{
  SbExtraction *extraction = self->extraction;
  const char *media_type = kinds[self->kind].media_type;
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
  sb_record_builder_set_term (builder, SB_DOCUMENT_KIND, kinds[self->kind].document_kind);
  sb_record_builder_set_integer (builder, SB_DOCUMENT_WORDS, sb_extraction_count_words (extraction));
  if (sb_extraction_get_n_pages (extraction) > 0)
    sb_record_builder_set_integer (builder, SB_DOCUMENT_PAGES, sb_extraction_get_n_pages (extraction));
  sb_record_builder_set_text (builder, SB_DOCUMENT_MEDIA_TYPE,
                              media_type != NULL ? media_type : sb_content_type_for_name (self->name));
}

static gboolean
store_document (SbImportDraft *self,
                SbStore *store,
                SbImportResult *result,
                GError **error)
{
  g_autofree char *uuid = make_uuid (self->bytes);
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
  fill_in (self, builder);
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
    reject (result, rejections[i].line, rejections[i].reason);
  for (guint i = 0; i < refused->len; i++)
    reject (result, 0, N_ ("this is not a web address"));

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
store_draft (SbImportDraft *self,
             SbStore *store,
             SbImportResult *result,
             SbOperation *operation,
             GCancellable *cancellable,
             GError **error)
{
  switch (self->kind)
    {
    case IMPORT_OPML:
      return store_feeds (self, store, result, error);

    case IMPORT_DOSSIER:
      return sb_dossier_read_ndjson (store, self->bytes, _ ("Import a dossier"), &result->counts, cancellable, error);

    case IMPORT_CONTAINER:
      return sb_dossier_import (store, self->stream, _ ("Import a dossier"), &result->counts, operation, cancellable, error);

    case IMPORT_TABLE:
      return store_table (self, store, result, operation, cancellable, error);

    default:
      return store_document (self, store, result, error);
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
  result->kind = kinds[self->kind].name;
  sb_store_set_cancellable (store, cancellable);
  is_stored = store_draft (self, store, result, operation, cancellable, error) && sb_store_hold_commit (hold, error);
  sb_store_set_cancellable (store, NULL);
  return is_stored ? g_steal_pointer (&result) : NULL;
}
