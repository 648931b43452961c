/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-illustrations.h"

#include "sb-document-reader.h"
#include "sb-html.h"

/* In which way the text may have been taken out of it. */
typedef enum
{
  READ_PIECE,
  READ_ARTICLE,
  READ_WHOLE,
  N_READINGS,
} Reading;

static SbExtraction *
read_page (GBytes *original,
           const char *media_type,
           const char *base,
           Reading reading)
{
  g_autofree char *html = NULL;

  if (reading != READ_PIECE)
    return sb_extract (original, media_type, base, reading == READ_ARTICLE ? SB_EXTRACT_ARTICLE : SB_EXTRACT_WHOLE, NULL, NULL);

  html = g_strndup (g_bytes_get_data (original, NULL), g_bytes_get_size (original));
  return sb_html_extract_fragment (html, base, NULL);
}

static gboolean
are_same (GPtrArray *one,
          GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;

  for (guint i = 0; i < one->len; i++)
    if (!g_str_equal (sb_block_get_text (g_ptr_array_index (one, i)), sb_block_get_text (g_ptr_array_index (other, i))))
      return FALSE;

  return TRUE;
}

/* The texts of @blocks, each with the number of its first block and 1. (element-type utf8
 * guint) */
static GHashTable *
index_texts (GPtrArray *blocks)
{
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = blocks->len; i > 0; i--)
    g_hash_table_insert (places, (gpointer) sb_block_get_text (g_ptr_array_index (blocks, i - 1)), GUINT_TO_POINTER (i));

  return places;
}

/* The number of the block of @blocks that has the text of block @i of @read, and 1; 0
 * when none has. */
static guint
find_place (GHashTable *places,
            GPtrArray *read,
            guint i)
{
  if (i >= read->len)
    return 0;

  return GPOINTER_TO_UINT (g_hash_table_lookup (places, sb_block_get_text (g_ptr_array_index (read, i))));
}

/* The pictures of a page whose text differs from the one that is kept. */
static GPtrArray *
move_illustrations (SbExtraction *extraction,
                    GPtrArray *blocks)
{
  GPtrArray *read = sb_extraction_get_blocks (extraction);
  GPtrArray *illustrations = sb_extraction_get_illustrations (extraction);
  GPtrArray *moved = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_illustration_unref);
  g_autoptr (GHashTable) places = index_texts (blocks);

  for (guint i = 0; i < illustrations->len; i++)
    {
      const SbIllustration *illustration = g_ptr_array_index (illustrations, i);
      guint block = sb_illustration_get_block (illustration);
      guint next = find_place (places, read, block);
      guint last = block > 0 ? find_place (places, read, block - 1) : 0;

      if (next > 0 || last > 0)
        g_ptr_array_add (moved, sb_illustration_new (sb_illustration_get_address (illustration), sb_illustration_get_description (illustration),
                                                     next > 0 ? next - 1 : last));
    }

  return moved;
}

GPtrArray *
sb_illustrations_find (GBytes *original,
                       const char *media_type,
                       const char *base,
                       GPtrArray *blocks)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_illustration_unref);

  g_return_val_if_fail (original != NULL && blocks != NULL, found);

  if (sb_format_guess (original, media_type) != SB_FORMAT_HTML)
    return found;

  for (Reading reading = READ_PIECE; reading < N_READINGS; reading++)
    {
      g_autoptr (SbExtraction) extraction = read_page (original, media_type, base, reading);
      g_autoptr (GPtrArray) moved = NULL;

      if (extraction == NULL)
        continue;
      if (are_same (sb_extraction_get_blocks (extraction), blocks))
        {
          g_ptr_array_unref (found);
          return g_ptr_array_ref (sb_extraction_get_illustrations (extraction));
        }

      moved = move_illustrations (extraction, blocks);
      if (moved->len > found->len)
        {
          g_ptr_array_unref (found);
          found = g_steal_pointer (&moved);
        }
    }

  return found;
}
