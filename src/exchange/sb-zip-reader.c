/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-zip-reader.h"

#include <string.h>

#include "sb-exchange-error.h"
#include "sb-zip-format.h"
#include "sb-zip-private.h"

/* A comment at the end of the file is as long as its count can tell. */
#define MAX_COMMENT 0xffff

/* The longest name: that of an original is 74 bytes. */
#define MAX_NAME 128

/* Bits of the flags that mean encryption of one kind or another, and the one of
 * sizes that follow the bytes instead of standing before them. */
#define FLAGS_LOCKED    ((1 << 0) | (1 << 6) | (1 << 13))
#define FLAG_DESCRIPTOR (1 << 3)

/* Of who made a file and of what kind it is, where Unix made it. */
#define MADE_BY_UNIX 3
#define MODE_KIND    0170000
#define MODE_FILE    0100000
#define MODE_FOLDER  0040000

struct _SbZipReader
{
  GInputStream *stream; /* (owned) */
  guint64 directory; /* where it begins */
  GPtrArray *members; /* (owned) (element-type SbZipMember) */
  GHashTable *names; /* (owned) name to SbZipMember */
};

static gboolean
fail (GError **error,
      SbExchangeError code,
      const char *reason)
{
  g_set_error_literal (error, SB_EXCHANGE_ERROR, code, reason);
  return FALSE;
}

static guint
get_16 (const guint8 *bytes)
{
  return bytes[0] | (guint) bytes[1] << 8;
}

static guint32
get_32 (const guint8 *bytes)
{
  return get_16 (bytes) | (guint32) get_16 (bytes + 2) << 16;
}

static void
member_free (gpointer data)
{
  SbZipMember *member = data;

  g_free (member->name);
  g_free (member);
}

gboolean
_sb_zip_reader_read_at (SbZipReader *self,
                        guint64 offset,
                        gpointer buffer,
                        gsize length,
                        GCancellable *cancellable,
                        GError **error)
{
  gsize n_read = 0;

  if (!g_seekable_seek (G_SEEKABLE (self->stream), (goffset) offset, G_SEEK_SET, cancellable, error) ||
      !g_input_stream_read_all (self->stream, buffer, length, &n_read, cancellable, error))
    return FALSE;

  return n_read == length || fail (error, SB_EXCHANGE_ERROR_DAMAGED, "the file ends too early");
}

/* What the end of the file says of the directory. */
typedef struct
{
  guint n_members;
  guint64 start;
  guint64 size;
} Directory;

static gboolean
read_end (const guint8 *end,
          guint64 position,
          Directory *directory,
          GError **error)
{
  directory->n_members = get_16 (end + 10);
  directory->size = get_32 (end + 12);
  directory->start = get_32 (end + 16);

  if (directory->n_members > SB_ZIP_MAX_MEMBERS || directory->size > SB_ZIP_MAX_BYTES || directory->start > SB_ZIP_MAX_BYTES)
    return fail (error, SB_EXCHANGE_ERROR_TOO_LARGE, "more members or bytes than a dossier may have");
  if (get_16 (end + 4) != 0 || get_16 (end + 6) != 0 || get_16 (end + 8) != directory->n_members)
    return fail (error, SB_EXCHANGE_ERROR_DAMAGED, "a part of a zip file");
  if (directory->start + directory->size != position)
    return fail (error, SB_EXCHANGE_ERROR_DAMAGED, "the directory is not where it should be");
  if (directory->size > (guint64) directory->n_members * (SB_ZIP_CENTRAL_BYTES + MAX_NAME + 256) ||
      directory->size < (guint64) directory->n_members * SB_ZIP_CENTRAL_BYTES)
    return fail (error, SB_EXCHANGE_ERROR_DAMAGED, "the directory is not of the size that its entries need");

  return TRUE;
}

/* Finds the end record: the last one that the rest of the file is a comment of. */
static gboolean
find_directory (SbZipReader *self,
                Directory *directory,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree guint8 *tail = NULL;
  guint64 size;
  gsize length;

  if (!g_seekable_seek (G_SEEKABLE (self->stream), 0, G_SEEK_END, cancellable, error))
    return FALSE;

  size = (guint64) g_seekable_tell (G_SEEKABLE (self->stream));
  if (size < SB_ZIP_END_BYTES)
    return fail (error, SB_EXCHANGE_ERROR_DAMAGED, "the file is too short");

  length = (gsize) MIN (size, MAX_COMMENT + SB_ZIP_END_BYTES);
  tail = g_malloc (length);
  if (!_sb_zip_reader_read_at (self, size - length, tail, length, cancellable, error))
    return FALSE;

  for (gsize i = length - SB_ZIP_END_BYTES + 1; i-- > 0;)
    if (get_32 (tail + i) == SB_ZIP_END && i + SB_ZIP_END_BYTES + get_16 (tail + i + 20) == length)
      return read_end (tail + i, size - length + i, directory, error);

  return fail (error, SB_EXCHANGE_ERROR_DAMAGED, "there is no directory");
}

/* Names are of a few characters, so that none means another place, in whatever
 * way it is written. */
static gboolean
check_name (const char *name,
            gsize length,
            GError **error)
{
  for (gsize i = 0; i < length; i++)
    if (name[i] == '\0' || (!g_ascii_isalnum (name[i]) && strchr ("-_./", name[i]) == NULL))
      return fail (error, SB_EXCHANGE_ERROR_UNSAFE, "a name of characters that no dossier uses");

  if (length == 0 || name[0] == '/' || g_strstr_len (name, (gssize) length, "..") != NULL ||
      g_strstr_len (name, (gssize) length, "//") != NULL)
    return fail (error, SB_EXCHANGE_ERROR_UNSAFE, "a name that leads elsewhere");

  return TRUE;
}

static gboolean
check_attributes (const guint8 *entry,
                  gboolean is_folder,
                  GError **error)
{
  guint mode = get_32 (entry + 38) >> 16 & MODE_KIND;

  if (entry[5] != MADE_BY_UNIX || mode == 0 || mode == (is_folder ? MODE_FOLDER : MODE_FILE))
    return TRUE;

  return fail (error, SB_EXCHANGE_ERROR_UNSAFE, "a member that is a link or a device");
}

static gboolean
check_packing (const SbZipMember *member,
               guint flags,
               GError **error)
{
  if ((flags & FLAGS_LOCKED) != 0)
    return fail (error, SB_EXCHANGE_ERROR_LOCKED, "a member is encrypted");
  if (member->method != SB_ZIP_STORED && member->method != SB_ZIP_DEFLATED)
    return fail (error, SB_EXCHANGE_ERROR_FORMAT, "a member is packed in a way that dossiers do not use");
  if (member->method == SB_ZIP_STORED && member->packed != member->size)
    return fail (error, SB_EXCHANGE_ERROR_DAMAGED, "a member has two sizes");
  if (member->size > SB_ZIP_MAX_BYTES || member->packed > SB_ZIP_MAX_BYTES || member->header > SB_ZIP_MAX_BYTES)
    return fail (error, SB_EXCHANGE_ERROR_TOO_LARGE, "a member is too large");
  if (sb_zip_is_dense (member->size, member->packed))
    return fail (error, SB_EXCHANGE_ERROR_TOO_LARGE, "a member is packed more tightly than any document");

  return TRUE;
}

/* Adds the member of an entry of the directory, of which @left bytes are left.
 * Returns the bytes that it takes; 0 on error. */
static gsize
read_entry (SbZipReader *self,
            const guint8 *entry,
            gsize left,
            GError **error)
{
  SbZipMember *member;
  const char *name = (const char *) entry + SB_ZIP_CENTRAL_BYTES;
  gsize length;
  gsize total;
  gboolean is_folder;

  if (left < SB_ZIP_CENTRAL_BYTES || get_32 (entry) != SB_ZIP_CENTRAL)
    return fail (error, SB_EXCHANGE_ERROR_DAMAGED, "the directory is broken");

  length = get_16 (entry + 28);
  total = SB_ZIP_CENTRAL_BYTES + length + get_16 (entry + 30) + get_16 (entry + 32);
  if (total > left)
    return fail (error, SB_EXCHANGE_ERROR_DAMAGED, "the directory is broken");
  if (length > MAX_NAME)
    return fail (error, SB_EXCHANGE_ERROR_UNSAFE, "a name is too long");

  is_folder = length > 0 && name[length - 1] == '/';
  if (!check_name (name, length, error) || !check_attributes (entry, is_folder, error))
    return 0;

  member = g_new0 (SbZipMember, 1);
  member->name = g_strndup (name, length);
  member->method = get_16 (entry + 10);
  member->crc = get_32 (entry + 16);
  member->packed = get_32 (entry + 20);
  member->size = get_32 (entry + 24);
  member->header = get_32 (entry + 42);
  g_ptr_array_add (self->members, member);
  if (!check_packing (member, get_16 (entry + 8), error))
    return 0;
  if (is_folder && member->size != 0)
    return fail (error, SB_EXCHANGE_ERROR_UNSAFE, "a folder with bytes of its own");
  if (!g_hash_table_insert (self->names, member->name, member))
    return fail (error, SB_EXCHANGE_ERROR_UNSAFE, "a member is there twice");

  return total;
}

static gboolean
read_directory (SbZipReader *self,
                const Directory *directory,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree guint8 *bytes = g_malloc (directory->size + 1);
  gsize offset = 0;

  if (!_sb_zip_reader_read_at (self, directory->start, bytes, directory->size, cancellable, error))
    return FALSE;

  for (guint i = 0; i < directory->n_members; i++)
    {
      gsize length = read_entry (self, bytes + offset, directory->size - offset, error);

      if (length == 0)
        return FALSE;
      offset += length;
    }

  self->directory = directory->start;
  return offset == directory->size || fail (error, SB_EXCHANGE_ERROR_DAMAGED, "the directory is longer than its entries");
}

/* Holds the header before the bytes of a member against the directory. */
static gboolean
check_header (SbZipReader *self,
              SbZipMember *member,
              GCancellable *cancellable,
              GError **error)
{
  guint8 header[SB_ZIP_LOCAL_BYTES + MAX_NAME];
  gsize length = strlen (member->name);
  guint flags;

  if (member->header + SB_ZIP_LOCAL_BYTES + length > self->directory)
    return fail (error, SB_EXCHANGE_ERROR_DAMAGED, "a member is outside of the file");
  if (!_sb_zip_reader_read_at (self, member->header, header, SB_ZIP_LOCAL_BYTES + length, cancellable, error))
    return FALSE;

  flags = get_16 (header + 6);
  if ((flags & FLAGS_LOCKED) != 0)
    return fail (error, SB_EXCHANGE_ERROR_LOCKED, "a member is encrypted");
  if (get_32 (header) != SB_ZIP_LOCAL || get_16 (header + 8) != member->method || get_16 (header + 26) != length ||
      memcmp (header + SB_ZIP_LOCAL_BYTES, member->name, length) != 0)
    return fail (error, SB_EXCHANGE_ERROR_UNSAFE, "a member has another header than the directory says");
  if ((flags & FLAG_DESCRIPTOR) == 0 && (get_32 (header + 14) != member->crc || get_32 (header + 18) != member->packed ||
                                         get_32 (header + 22) != member->size))
    return fail (error, SB_EXCHANGE_ERROR_UNSAFE, "a member has other sizes than the directory says");

  member->data = member->header + SB_ZIP_LOCAL_BYTES + length + get_16 (header + 28);
  if (member->data + member->packed > self->directory)
    return fail (error, SB_EXCHANGE_ERROR_DAMAGED, "a member is outside of the file");

  return TRUE;
}

static int
compare_headers (gconstpointer a,
                 gconstpointer b)
{
  const SbZipMember *first = *(const SbZipMember *const *) a;
  const SbZipMember *second = *(const SbZipMember *const *) b;

  return first->header < second->header ? -1 : first->header > second->header;
}

/* Whether each member has its bytes to itself: a bomb uses the same ones many
 * times over. */
static gboolean
check_overlap (SbZipReader *self,
               GError **error)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (self->members, NULL, NULL);
  guint64 end = 0;

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_headers);
  for (guint i = 0; i < sorted->len; i++)
    {
      const SbZipMember *member = g_ptr_array_index (sorted, i);

      if (member->header < end)
        return fail (error, SB_EXCHANGE_ERROR_UNSAFE, "two members share their bytes");
      end = member->data + member->packed;
    }

  return TRUE;
}

static void
drop_folders (SbZipReader *self)
{
  for (guint i = self->members->len; i-- > 0;)
    {
      SbZipMember *member = g_ptr_array_index (self->members, i);

      if (g_str_has_suffix (member->name, "/"))
        {
          g_hash_table_remove (self->names, member->name);
          g_ptr_array_remove_index (self->members, i);
        }
    }
}

SbZipReader *
sb_zip_reader_new (GInputStream *stream,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (SbZipReader) self = NULL;
  Directory directory;

  g_return_val_if_fail (G_IS_SEEKABLE (stream), NULL);

  self = g_new0 (SbZipReader, 1);
  self->stream = g_object_ref (stream);
  self->members = g_ptr_array_new_with_free_func (member_free);
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  if (!find_directory (self, &directory, cancellable, error) ||
      !read_directory (self, &directory, cancellable, error))
    return NULL;

  for (guint i = 0; i < self->members->len; i++)
    if (!check_header (self, g_ptr_array_index (self->members, i), cancellable, error))
      return NULL;

  if (!check_overlap (self, error))
    return NULL;

  drop_folders (self);
  return g_steal_pointer (&self);
}

void
sb_zip_reader_free (SbZipReader *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_object (&self->stream);
  g_free (self);
}

guint
sb_zip_reader_get_n_members (SbZipReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->members->len;
}

const SbZipMember *
sb_zip_reader_get_member (SbZipReader *self,
                          guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->members->len, NULL);

  return g_ptr_array_index (self->members, position);
}

const SbZipMember *
sb_zip_reader_find (SbZipReader *self,
                    const char *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->names, name);
}

GBytes *
sb_zip_reader_load (SbZipReader *self,
                    const SbZipMember *member,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (SbZipCursor) cursor = NULL;
  g_autofree guint8 *bytes = NULL;
  gsize length = 0;
  gssize n;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  /* One more, so that the end is met by a read of its own. */
  bytes = g_try_malloc (member->size + 1);
  if (bytes == NULL)
    {
      fail (error, SB_EXCHANGE_ERROR_TOO_LARGE, "not enough memory for a member");
      return NULL;
    }

  cursor = sb_zip_cursor_new (self, member);
  while ((n = sb_zip_cursor_read (cursor, bytes + length, member->size + 1 - length, cancellable, error)) > 0)
    length += (gsize) n;

  return n == 0 ? g_bytes_new_take (g_steal_pointer (&bytes), length) : NULL;
}
