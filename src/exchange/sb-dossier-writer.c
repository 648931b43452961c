/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-dossier-writer.h"

#include <string.h>

#include "sb-document.h"
#include "sb-dossier-manifest.h"
#include "sb-dossier-selection.h"
#include "sb-exchange-error.h"
#include "sb-file-sink.h"
#include "sb-issue-lines.h"
#include "sb-zip-format.h"
#include "sb-zip-writer.h"

/* How often it is told how far the work is. */
#define TELL_EVERY 256

/* A member of lines that was packed to the spool. */
typedef struct
{
  char *name; /* (owned) */
  SbPacked packed;
} Part;

/* An original that is to be written. */
typedef struct
{
  char *hash; /* (owned) */
  gint64 document; /* one that has it */
} Original;

typedef struct
{
  SbStore *store; /* (unowned) */
  SbDossierSelection *selection; /* (owned) */
  SbDossierManifest *manifest; /* (owned) */
  GIOStream *spool; /* (owned) */
  GArray *parts; /* (owned) (element-type Part) */
  GArray *originals; /* (owned) (element-type Original) by hash */
  GHashTable *hashes; /* (owned) of the originals */
  SbOperation *operation; /* (unowned) (nullable) */
  GCancellable *cancellable; /* (unowned) (nullable) */
  guint n_done;
} Writer;

static void
part_clear (gpointer data)
{
  g_free (((Part *) data)->name);
}

static void
original_clear (gpointer data)
{
  g_free (((Original *) data)->hash);
}

static void
writer_clear (Writer *self)
{
  g_clear_pointer (&self->selection, sb_dossier_selection_free);
  g_clear_pointer (&self->manifest, sb_dossier_manifest_free);
  g_clear_object (&self->spool);
  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_pointer (&self->originals, g_array_unref);
  g_clear_pointer (&self->hashes, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

static void
tell (Writer *self,
      guint n_total)
{
  if (self->operation != NULL && self->n_done++ % TELL_EVERY == 0)
    sb_operation_report_progress (self->operation, MIN (1.0, self->n_done / (double) (n_total + 1)), NULL);
}

/* What fills a member: packs its lines, and counts them in *@n_lines. */
typedef gboolean (*FillFunc) (Writer *self,
                              SbPacker *packer,
                              gconstpointer data,
                              guint *n_lines,
                              GError **error);

static gboolean
pack_line (Writer *self,
           SbPacker *packer,
           const char *line,
           guint *n_lines,
           GError **error)
{
  ++*n_lines;
  return sb_packer_write (packer, line, strlen (line), self->cancellable, error) &&
         sb_packer_write (packer, "\n", 1, self->cancellable, error);
}

/* Notes bytes of a document, if they were kept. */
static gboolean
note_hash (Writer *self,
           SbRecord *document,
           const char *hash,
           GError **error)
{
  Original original = { NULL, sb_record_get_id (document) };
  g_autoptr (GError) failure = NULL;

  if (hash == NULL || g_hash_table_contains (self->hashes, hash))
    return TRUE;

  if (sb_store_get_original_size (self->store, hash, &failure) >= 0)
    {
      original.hash = g_strdup (hash);
      g_array_append_val (self->originals, original);
      g_hash_table_add (self->hashes, original.hash);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* The original of a document, and what servers answered with for it. */
static gboolean
note_original (Writer *self,
               SbRecord *document,
               GError **error)
{
  if (!note_hash (self, document, sb_record_get_text (document, SB_DOCUMENT_HASH), error))
    return FALSE;

  for (guint i = 0; i < sb_record_get_n_items (document, SB_DOCUMENT_CAPTURES); i++)
    {
      SbRecord *capture = sb_record_get_item (document, SB_DOCUMENT_CAPTURES, i);

      if (!note_hash (self, document, sb_record_get_text (capture, SB_CAPTURE_HASH), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fill_records (Writer *self,
              SbPacker *packer,
              gconstpointer data,
              guint *n_lines,
              GError **error)
{
  SbKind kind = *(const SbKind *) data;
  GArray *records = self->selection->records;

  for (guint i = 0; i < records->len; i++)
    {
      const SbIdentity *identity = &g_array_index (records, SbIdentity, i);
      g_autoptr (SbRecord) record = NULL;
      g_autofree char *line = NULL;
      g_autoptr (GError) failure = NULL;

      if (identity->kind != kind)
        continue;

      record = sb_store_get (self->store, kind, identity->id, &failure);
      if (record == NULL && failure == NULL)
        continue;

      line = record != NULL ? sb_store_write_line (self->store, record, &failure) : NULL;
      if (line == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }

      if (!pack_line (self, packer, line, n_lines, error) ||
          (kind == SB_KIND_DOCUMENT && !note_original (self, record, error)))
        return FALSE;
      tell (self, records->len);
    }

  return TRUE;
}

/* The ties of @kind that are told of with a record: a version by itself, what has
 * two ends by the first of them. */
static GPtrArray *
list_ties (Writer *self,
           const SbIdentity *identity,
           const char *kind,
           GError **error)
{
  if (g_str_equal (kind, "evidence"))
    return sb_store_list_evidence_lines (self->store, identity->id, error);
  if (g_str_equal (kind, "version"))
    return sb_store_list_version_lines (self->store, identity->id, error);
  if (identity->kind == SB_KIND_DOSSIER)
    return sb_store_list_member_lines (self->store, identity->id, error);

  return g_ptr_array_new ();
}

static gboolean
fill_ties (Writer *self,
           SbPacker *packer,
           gconstpointer data,
           guint *n_lines,
           GError **error)
{
  gboolean is_version = g_str_equal (data, "version");
  GArray *records = self->selection->records;

  for (guint i = 0; i < records->len; i++)
    {
      const SbIdentity *identity = &g_array_index (records, SbIdentity, i);
      g_autoptr (GPtrArray) lines = list_ties (self, identity, data, error);

      if (lines == NULL)
        return FALSE;

      for (guint j = 0; j < lines->len; j++)
        {
          const SbTieLine *line = g_ptr_array_index (lines, j);
          gboolean is_wanted =
            is_version ? line->other == identity->id : sb_dossier_selection_has (self->selection, line->other);

          if (is_wanted && !pack_line (self, packer, line->line, n_lines, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* The issues of the briefings, with their pages: one at a time in memory. */
static gboolean
fill_issues (Writer *self,
             SbPacker *packer,
             gconstpointer data,
             guint *n_lines,
             GError **error)
{
  GArray *records = self->selection->records;

  for (guint i = 0; i < records->len; i++)
    {
      const SbIdentity *identity = &g_array_index (records, SbIdentity, i);
      g_autoptr (GArray) numbers = NULL;

      if (identity->kind != SB_KIND_BRIEFING)
        continue;

      numbers = sb_issue_lines_list_numbers (self->store, identity->uuid, error);
      if (numbers == NULL)
        return FALSE;
      for (guint k = 0; k < numbers->len; k++)
        {
          g_autofree char *line = sb_issue_lines_write (self->store, identity->uuid, g_array_index (numbers, guint, k), error);

          if (line == NULL || !pack_line (self, packer, line, n_lines, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* Packs a member to the spool, from where that stands; one without lines is
 * left out. */
static gboolean
pack_part (Writer *self,
           char *name,
           FillFunc fill,
           gconstpointer data,
           SbPacking packing,
           GError **error)
{
  GOutputStream *stream = g_io_stream_get_output_stream (self->spool);
  goffset start = g_seekable_tell (G_SEEKABLE (stream));
  g_autoptr (SbPacker) packer = sb_packer_new (stream, packing);
  Part part = { name };
  guint n_lines = 0;

  if (!fill (self, packer, data, &n_lines, error) || !sb_packer_end (packer, &part.packed, error))
    {
      g_free (name);
      return FALSE;
    }

  if (n_lines == 0)
    {
      g_free (name);
      return g_seekable_seek (G_SEEKABLE (stream), start, G_SEEK_SET, self->cancellable, error);
    }

  /* A reader would take it for a bomb. */
  if (packing == SB_PACKING_DEFLATE && sb_zip_is_dense (part.packed.size, part.packed.packed))
    {
      if (g_seekable_seek (G_SEEKABLE (stream), start, G_SEEK_SET, self->cancellable, error))
        return pack_part (self, name, fill, data, SB_PACKING_STORE, error);
      g_free (name);
      return FALSE;
    }

  sb_dossier_manifest_add (self->manifest, name, part.packed.size, part.packed.sha256, n_lines);
  g_array_append_val (self->parts, part);
  return TRUE;
}

static int
compare_originals (gconstpointer a,
                   gconstpointer b)
{
  return strcmp (((const Original *) a)->hash, ((const Original *) b)->hash);
}

static gboolean
note_originals (Writer *self,
                GError **error)
{
  g_array_sort (self->originals, compare_originals);
  for (guint i = 0; i < self->originals->len; i++)
    {
      const Original *original = &g_array_index (self->originals, Original, i);
      g_autofree char *name = sb_dossier_name_original (original->hash);
      gint64 size = sb_store_get_original_size (self->store, original->hash, error);

      if (size < 0)
        return FALSE;
      sb_dossier_manifest_add (self->manifest, name, (guint64) size, original->hash, 0);
    }

  return TRUE;
}

/* The manifest comes first and tells of all that follows: it is packed before
 * anything is written. */
static gboolean
pack (Writer *self,
      GError **error)
{
  for (SbKind kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    if (!pack_part (self, sb_dossier_name_records (kind), fill_records, &kind, SB_PACKING_DEFLATE, error))
      return FALSE;

  for (guint i = 0; sb_dossier_tie_kinds[i] != NULL; i++)
    if (!pack_part (self, sb_dossier_name_ties (sb_dossier_tie_kinds[i]), g_str_equal (sb_dossier_tie_kinds[i], "issue") ? fill_issues : fill_ties, sb_dossier_tie_kinds[i],
                    SB_PACKING_DEFLATE, error))
      return FALSE;

  return note_originals (self, error);
}

static gboolean
write_original (Writer *self,
                SbZipWriter *zip,
                const Original *original,
                GError **error)
{
  g_autofree char *name = sb_dossier_name_original (original->hash);
  g_autoptr (GBytes) bytes = sb_store_get_bytes (self->store, original->hash, error);
  g_autofree char *hash = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;

  if (bytes == NULL)
    return FALSE;

  if (g_str_equal (hash, original->hash))
    return sb_zip_writer_add_bytes (zip, name, bytes, self->cancellable, error);

  g_set_error (error, SB_EXCHANGE_ERROR, SB_EXCHANGE_ERROR_DAMAGED, "the original of document %" G_GINT64_FORMAT " changed",
               original->document);
  return FALSE;
}

static gboolean
write_zip (Writer *self,
           GOutputStream *stream,
           GError **error)
{
  g_autoptr (SbZipWriter) zip = sb_zip_writer_new (stream);
  g_autoptr (GBytes) manifest = sb_dossier_manifest_write (self->manifest);
  GInputStream *spool = g_io_stream_get_input_stream (self->spool);

  if (!g_seekable_seek (G_SEEKABLE (spool), 0, G_SEEK_SET, self->cancellable, error) ||
      !sb_zip_writer_add_bytes (zip, SB_DOSSIER_MANIFEST, manifest, self->cancellable, error))
    return FALSE;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      if (!sb_zip_writer_add_packed (zip, part->name, &part->packed, spool, self->cancellable, error))
        return FALSE;
    }

  for (guint i = 0; i < self->originals->len; i++)
    if (!write_original (self, zip, &g_array_index (self->originals, Original, i), error))
      return FALSE;

  return sb_zip_writer_end (zip, self->cancellable, error);
}

/* The dossiers that the manifest names. */
static gboolean
note_dossiers (Writer *self,
               GError **error)
{
  GArray *records = self->selection->records;

  for (guint i = 0; i < records->len; i++)
    {
      const SbIdentity *identity = &g_array_index (records, SbIdentity, i);
      SbRecord *dossier;

      if (identity->kind != SB_KIND_DOSSIER)
        continue;

      dossier = sb_store_get (self->store, SB_KIND_DOSSIER, identity->id, error);
      if (dossier == NULL)
        return FALSE;
      g_ptr_array_add (self->manifest->dossiers, dossier);
    }

  return TRUE;
}

gint64
sb_dossier_write (SbStore *store,
                  gint64 dossier,
                  const char *path,
                  SbOperation *operation,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (SbFileSink) sink = NULL;
  g_autoptr (SbSnapshot) snapshot = NULL;
  g_auto (Writer) self = { .store = store, .operation = operation, .cancellable = cancellable };

  g_return_val_if_fail (SB_IS_STORE (store), -1);
  g_return_val_if_fail (path != NULL, -1);

  snapshot = sb_snapshot_new (store, error);
  self.selection = snapshot != NULL ? sb_dossier_selection_new (store, dossier, cancellable, error) : NULL;
  sink = self.selection != NULL ? sb_file_sink_new (path, error) : NULL;
  self.spool = sink != NULL ? sb_file_sink_make_spool (sink, error) : NULL;
  if (self.spool == NULL)
    return -1;

  self.manifest = sb_dossier_manifest_new ();
  self.parts = g_array_new (FALSE, TRUE, sizeof (Part));
  g_array_set_clear_func (self.parts, part_clear);
  self.originals = g_array_new (FALSE, TRUE, sizeof (Original));
  g_array_set_clear_func (self.originals, original_clear);
  self.hashes = g_hash_table_new (g_str_hash, g_str_equal);
  if (!note_dossiers (&self, error) || !pack (&self, error) ||
      !write_zip (&self, sb_file_sink_get_stream (sink), error) || !sb_file_sink_commit (sink, error))
    return -1;

  return self.selection->records->len;
}
