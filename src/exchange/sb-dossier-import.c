/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-dossier-import.h"

#include <string.h>

#include "sb-dossier-intake.h"
#include "sb-dossier-manifest.h"
#include "sb-exchange-error.h"
#include "sb-line-reader.h"
#include "sb-zip-reader.h"

/* How much of a file's beginning and end it is looked for what it is. */
#define SNIFF_HEAD 4096
#define SNIFF_TAIL 131072

/* The largest manifest (65,534 members tell of themselves in less) and the
 * largest original, which is in memory once. */
#define MAX_MANIFEST (32u << 20)
#define MAX_ORIGINAL (256u << 20)

/* How often it is told how far the work is. */
#define TELL_EVERY 256

typedef struct
{
  SbZipReader *zip; /* (owned) */
  SbDossierManifest *manifest; /* (owned) */
  SbDossierIntake *intake; /* (owned) */
  SbOperation *operation; /* (unowned) (nullable) */
  GCancellable *cancellable; /* (unowned) (nullable) */
  guint64 n_bytes; /* of members read so far */
  guint64 n_total; /* of all that will be read */
  guint n_lines;
} Import;

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->intake, sb_dossier_intake_free);
  g_clear_pointer (&self->manifest, sb_dossier_manifest_free);
  g_clear_pointer (&self->zip, sb_zip_reader_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static gboolean
fail (GError **error,
      SbExchangeError code,
      const char *reason)
{
  g_set_error_literal (error, SB_EXCHANGE_ERROR, code, reason);
  return FALSE;
}

/* Whether the manifest is named in the last bytes of the file, or its first. */
static gboolean
names_manifest (GInputStream *stream,
                goffset offset,
                gsize length)
{
  g_autofree char *bytes = g_malloc (length);
  gsize n_read = 0;

  return g_seekable_seek (G_SEEKABLE (stream), offset, G_SEEK_SET, NULL, NULL) &&
         g_input_stream_read_all (stream, bytes, length, &n_read, NULL, NULL) &&
         memmem (bytes, n_read, SB_DOSSIER_MANIFEST, strlen (SB_DOSSIER_MANIFEST)) != NULL;
}

gboolean
sb_dossier_sniff (GInputStream *stream)
{
  char signature[4] = "";
  goffset size;

  g_return_val_if_fail (G_IS_SEEKABLE (stream), FALSE);

  if (!g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_END, NULL, NULL))
    return FALSE;
  size = g_seekable_tell (G_SEEKABLE (stream));
  if (!g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, NULL, NULL) ||
      !g_input_stream_read_all (stream, signature, sizeof signature, NULL, NULL, NULL) ||
      memcmp (signature, "PK\003\004", sizeof signature) != 0)
    return FALSE;

  return names_manifest (stream, 0, SNIFF_HEAD) || names_manifest (stream, MAX (0, size - SNIFF_TAIL), SNIFF_TAIL);
}

static gboolean
is_known_name (const char *name)
{
  for (SbKind kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    {
      g_autofree char *known = sb_dossier_name_records (kind);

      if (g_str_equal (name, known))
        return TRUE;
    }

  for (guint i = 0; sb_dossier_tie_kinds[i] != NULL; i++)
    {
      g_autofree char *known = sb_dossier_name_ties (sb_dossier_tie_kinds[i]);

      if (g_str_equal (name, known))
        return TRUE;
    }

  return sb_dossier_parse_original (name) != NULL;
}

/* Holds what the manifest tells against what is there. */
static gboolean
check_members (Import *self,
               GError **error)
{
  for (guint i = 0; i < sb_zip_reader_get_n_members (self->zip); i++)
    {
      const SbZipMember *member = sb_zip_reader_get_member (self->zip, i);
      const SbDossierMember *told = sb_dossier_manifest_find (self->manifest, member->name);
      const char *hash = sb_dossier_parse_original (member->name);

      if (g_str_equal (member->name, SB_DOSSIER_MANIFEST))
        continue;
      if (!is_known_name (member->name) || told == NULL)
        return fail (error, SB_EXCHANGE_ERROR_FORMAT, "a member that the manifest does not tell of");
      if (told->size != member->size || (hash != NULL && !g_str_equal (hash, told->sha256)))
        return fail (error, SB_EXCHANGE_ERROR_DAMAGED, "a member of another size than the manifest tells");
      if (hash != NULL && member->size > MAX_ORIGINAL)
        return fail (error, SB_EXCHANGE_ERROR_TOO_LARGE, "an original is too large");
    }

  if (self->manifest->members->len + 1 != sb_zip_reader_get_n_members (self->zip))
    return fail (error, SB_EXCHANGE_ERROR_DAMAGED, "a member is missing");

  return TRUE;
}

static gboolean
open_container (Import *self,
                GInputStream *stream,
                GError **error)
{
  const SbZipMember *member;
  g_autoptr (GBytes) manifest = NULL;

  self->zip = sb_zip_reader_new (stream, self->cancellable, error);
  if (self->zip == NULL)
    return FALSE;

  member = sb_zip_reader_find (self->zip, SB_DOSSIER_MANIFEST);
  if (member == NULL)
    return fail (error, SB_EXCHANGE_ERROR_FORMAT, "there is no manifest");
  if (member->size > MAX_MANIFEST)
    return fail (error, SB_EXCHANGE_ERROR_TOO_LARGE, "the manifest is too large");

  manifest = sb_zip_reader_load (self->zip, member, self->cancellable, error);
  self->manifest = manifest != NULL ? sb_dossier_manifest_read (manifest, error) : NULL;
  return self->manifest != NULL && check_members (self, error);
}

static gboolean
check_hash (Import *self,
            const char *name,
            const char *sha256,
            GError **error)
{
  if (g_str_equal (sha256, sb_dossier_manifest_find (self->manifest, name)->sha256))
    return TRUE;

  return fail (error, SB_EXCHANGE_ERROR_DAMAGED, "a member of other bytes than the manifest tells");
}

static void
tell (Import *self,
      guint64 n_bytes)
{
  if (self->operation != NULL && self->n_total > 0)
    sb_operation_report_progress (self->operation, MIN (1.0, (double) n_bytes / (double) self->n_total), NULL);
}

/* What is done with the lines of a member. @kind is SB_KIND_NONE for ties. */
typedef gboolean (*LineFunc) (Import *self,
                              SbKind kind,
                              const char *word,
                              const char *line,
                              gsize length,
                              GError **error);

static gboolean
announce_line (Import *self,
               SbKind kind,
               const char *word,
               const char *line,
               gsize length,
               GError **error)
{
  return sb_dossier_intake_announce (self->intake, kind, line, length, error);
}

static gboolean
put_line (Import *self,
          SbKind kind,
          const char *word,
          const char *line,
          gsize length,
          GError **error)
{
  return sb_dossier_intake_put (self->intake, word, line, length, error);
}

static gboolean
read_lines (Import *self,
            const char *name,
            SbKind kind,
            const char *word,
            LineFunc func,
            GError **error)
{
  const SbZipMember *member = sb_zip_reader_find (self->zip, name);
  g_autoptr (SbLineReader) lines = NULL;
  g_autoptr (GError) failure = NULL;
  const char *line;
  gsize length;

  if (member == NULL)
    return TRUE;

  lines = sb_line_reader_new (self->zip, member);
  while ((line = sb_line_reader_next (lines, &length, self->cancellable, &failure)) != NULL)
    {
      if (!func (self, kind, word, line, length, error))
        {
          g_prefix_error (error, "%s, line %u: ", name, sb_line_reader_get_number (lines));
          return FALSE;
        }

      if (self->n_lines++ % TELL_EVERY == 0)
        tell (self, self->n_bytes + sb_line_reader_get_position (lines));
    }

  if (failure != NULL)
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&failure), "%s: ", name);
      return FALSE;
    }

  self->n_bytes += member->size;
  return check_hash (self, name, sb_line_reader_get_sha256 (lines), error);
}

static gboolean
read_records (Import *self,
              LineFunc func,
              GError **error)
{
  for (SbKind kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    {
      g_autofree char *name = sb_dossier_name_records (kind);

      if (!read_lines (self, name, kind, sb_kind_get_name (kind), func, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_ties (Import *self,
           GError **error)
{
  for (guint i = 0; sb_dossier_tie_kinds[i] != NULL; i++)
    {
      g_autofree char *name = sb_dossier_name_ties (sb_dossier_tie_kinds[i]);

      if (!read_lines (self, name, SB_KIND_NONE, sb_dossier_tie_kinds[i], put_line, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_originals (Import *self,
                GError **error)
{
  for (guint i = 0; i < sb_zip_reader_get_n_members (self->zip); i++)
    {
      const SbZipMember *member = sb_zip_reader_get_member (self->zip, i);
      const char *hash = sb_dossier_parse_original (member->name);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *found = NULL;

      if (hash == NULL)
        continue;

      bytes = sb_zip_reader_load (self->zip, member, self->cancellable, error);
      if (bytes == NULL)
        return FALSE;

      found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      if (!check_hash (self, member->name, found, error) ||
          !sb_dossier_intake_put_original (self->intake, hash, bytes, error))
        return FALSE;

      self->n_bytes += member->size;
      tell (self, self->n_bytes);
    }

  return TRUE;
}

/* Records are read twice, so they count twice. */
static void
add_up (Import *self)
{
  for (guint i = 0; i < sb_zip_reader_get_n_members (self->zip); i++)
    {
      const SbZipMember *member = sb_zip_reader_get_member (self->zip, i);

      self->n_total += member->size * (g_str_has_prefix (member->name, "records/") ? 2 : 1);
    }
}

gboolean
sb_dossier_import (SbStore *store,
                   GInputStream *stream,
                   const char *label,
                   SbImportCounts *counts,
                   SbOperation *operation,
                   GCancellable *cancellable,
                   GError **error)
{
  g_auto (Import) self = { .operation = operation, .cancellable = cancellable };

  g_return_val_if_fail (SB_IS_STORE (store), FALSE);
  g_return_val_if_fail (G_IS_SEEKABLE (stream), FALSE);

  if (!open_container (&self, stream, error))
    return FALSE;

  add_up (&self);
  self.intake = sb_dossier_intake_new (store, label, error);
  return self.intake != NULL && read_records (&self, announce_line, error) && read_records (&self, put_line, error) &&
         read_ties (&self, error) && read_originals (&self, error) &&
         sb_dossier_intake_commit (self.intake, counts, error);
}
