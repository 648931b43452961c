/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* Documents whose text is still to be taken out of their original: what a feed brings
 * is stored, and shown, before. Who takes it out is above. All functions block; for
 * the thread of the store. */

/**
 * SbWaitingText:
 *
 * One of them, and then what was taken out of it. Owned by one.
 */
typedef struct
{
  gint64 document;
  char *hash; /* (owned) (nullable) SHA-256 of the original */
  GBytes *original; /* (owned) (nullable) when it was not kept */
  char *base; /* (owned) (nullable) what its addresses are relative to */
  char *lead; /* (owned) (nullable) as it is stored; then as it is to be */

  GPtrArray *blocks; /* (owned) (nullable) (element-type SbBlock) */
  char *language; /* (owned) (nullable) BCP 47 */
  guint n_words;

  /* Of the blocks, see sb_waiting_text_take_blocks(). */
  char *text; /* (owned) (nullable) */
  char *text_hash; /* (owned) (nullable) */
  char *layout; /* (owned) (nullable) */
} SbWaitingText;

void sb_waiting_text_free (SbWaitingText *self);

/* What was taken out; @blocks (element-type SbBlock) are taken over. Makes what is
 * stored of them, in any thread, so that the store need not. */
void sb_waiting_text_take_blocks (SbWaitingText *self,
                                  GPtrArray *blocks);

/* At most @limit of them, and no more than fit into some megabytes. (element-type SbWaitingText) */
GPtrArray *sb_store_list_waiting_texts (SbStore *self,
                                        guint limit,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How many there are; -1 on error. */
gint64 sb_store_count_waiting_texts (SbStore *self,
                                     GError **error);

/* Stores the blocks of @texts (element-type SbWaitingText), which all have some, and what was found out with
 * them, in one transaction. It is no change that anybody made: the documents came with
 * them, and the history tells of that. One that waits no more, or has another original
 * by now, is passed over. */
gboolean sb_store_put_waiting_texts (SbStore *self,
                                     GPtrArray *texts,
                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbWaitingText, sb_waiting_text_free)

G_END_DECLS
