/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-extract-lift.h"

#include "sb-block.h"
#include "sb-extract.h"
#include "sb-record-builder.h"

/* Characters of context kept on each side, as in the W3C Web Annotation
 * TextQuoteSelector, which leaves the length open. */
#define CONTEXT_LENGTH 48

/* The page of the block that holds a character; 0 where there are no pages. */
static guint
find_page (GPtrArray *blocks,
           int at)
{
  int start = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const SbBlock *block = g_ptr_array_index (blocks, i);

      start += (int) g_utf8_strlen (sb_block_get_text (block), -1) + 2;
      if (at < start)
        return sb_block_get_page (block);
    }

  return 0;
}

SbRecord *
sb_extract_lift (SbRecord *document,
                 GPtrArray *blocks,
                 int start,
                 int end)
{
  g_autofree char *text = NULL;
  g_autofree char *quote = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *suffix = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (SbRef) ref = NULL;
  SbRecordBuilder *builder;
  int length;
  guint page;

  g_return_val_if_fail (SB_IS_RECORD (document), NULL);
  g_return_val_if_fail (blocks != NULL, NULL);

  text = sb_blocks_join (blocks);
  length = (int) g_utf8_strlen (text, -1);
  if (start < 0 || end <= start || end > length)
    return NULL;

  quote = g_utf8_substring (text, start, end);
  prefix = g_utf8_substring (text, MAX (0, start - CONTEXT_LENGTH), start);
  suffix = g_utf8_substring (text, end, MIN (length, end + CONTEXT_LENGTH));
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  ref = sb_record_dup_ref (document);
  page = find_page (blocks, start);

  builder = sb_record_builder_new (&sb_extract_schema);
  sb_record_builder_set_ref (builder, SB_EXTRACT_DOCUMENT, ref);
  sb_record_builder_set_integer (builder, SB_EXTRACT_START, start);
  sb_record_builder_set_integer (builder, SB_EXTRACT_END, end);
  sb_record_builder_set_text (builder, SB_EXTRACT_QUOTE, quote);
  sb_record_builder_set_text (builder, SB_EXTRACT_PREFIX, prefix);
  sb_record_builder_set_text (builder, SB_EXTRACT_SUFFIX, suffix);
  sb_record_builder_set_text (builder, SB_EXTRACT_TEXT_HASH, hash);
  if (page > 0)
    sb_record_builder_set_integer (builder, SB_EXTRACT_PAGE, page);

  return sb_record_builder_end (builder);
}
