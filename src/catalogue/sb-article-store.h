/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* How far the whole articles are that feeds have summaries of. Who fetches and reads
 * them is above. All functions block; for the thread of the store. */

typedef enum
{
  SB_ARTICLE_WAITING, /* to be fetched, for the first time or again */
  SB_ARTICLE_TAKEN, /* the document has its text */
  SB_ARTICLE_LEFT, /* the document has the text of the feed, and @code says why */
} SbArticleState;

/**
 * SbArticle:
 *
 * Of one document. Filled by name; owned by one.
 */
typedef struct
{
  SbArticleState state;
  char *text_hash; /* (owned) SHA-256 of the text that the feed has */
  guint failures; /* in a row */
  gint64 next_due; /* seconds since 1970 */
  char *code; /* (owned) (nullable) why it failed or was left */
  char *message; /* (owned) (nullable) of the program, in English */
} SbArticle;

void sb_article_free (SbArticle *self);

/* "waiting", "taken" or "left". */
const char *sb_article_state_get_name (SbArticleState state);

/* NULL without an error when the article of @document was never asked for. */
SbArticle *sb_store_get_article (SbStore *self,
                                 gint64 document,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean sb_store_put_article (SbStore *self,
                               gint64 document,
                               const SbArticle *article,
                               GError **error);

/* The ids of at most @limit documents whose page is to be fetched at @now.
 * (element-type gint64) */
GArray *sb_store_list_articles_due (SbStore *self,
                                    gint64 now,
                                    guint limit,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps bytes that a capture names by their hash. */
gboolean sb_store_keep_bytes (SbStore *self,
                              GBytes *bytes,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbArticle, sb_article_free)

G_END_DECLS
