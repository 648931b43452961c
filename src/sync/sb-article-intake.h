/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-article-store.h"
#include "sb-extraction.h"
#include "sb-fetch-result.h"
#include "sb-language.h"
#include "sb-record-builder.h"

G_BEGIN_DECLS

/* The page of a document, fetched because its feed holds a summary only, or because it
 * was asked for. What the server answered with is kept as a capture; its text takes the
 * place of the summary if it is an article that is longer. */

/* A page whose bytes were read. Made where that may take its time, then handed to the
 * writer; owned by one. */
typedef struct
{
  SbFetchResult *fetch; /* (owned) */
  SbExtraction *extraction; /* (owned) (nullable) when there is a text */
  gboolean is_locked; /* it is for those who pay or sign in */
} SbPageDraft;

/* Takes the text out of what was fetched. Takes its time: never on the main loop.
 * Fails with %G_IO_ERROR_CANCELLED only. */
SbPageDraft *sb_page_draft_new (SbFetchResult *fetch,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sb_page_draft_free (SbPageDraft *self);

/* A document whose page is wanted. */
typedef struct
{
  gint64 document;
  gint64 feed;
  char *url; /* (owned) */
  char *feed_url; /* (owned) */
} SbArticleWanted;

void sb_article_wanted_free (SbArticleWanted *self);

/* What is due at @now, at most @limit. (element-type SbArticleWanted) */
GPtrArray *sb_article_list_wanted (SbStore *store,
                                   gint64 now,
                                   guint limit,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @document has the text of its page, and not that of its feed. */
gboolean sb_article_is_taken (const SbArticle *self,
                              SbRecord *document);

/* The feed of @document has another text of it, of the hash @text_hash. Has its page
 * fetched if @wants_page. */
gboolean sb_article_await (SbStore *store,
                           gint64 document,
                           const char *text_hash,
                           gboolean wants_page,
                           GError **error);

/* Stores what came of the page of @document, in one transaction. Returns what becomes
 * of it; NULL without an error when the document is gone. */
SbArticle *sb_article_intake (SbStore *store,
                              gint64 document,
                              SbPageDraft *page,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Stores a page as a document, or over the one that has its address. Its id; 0 with an
 * error: that of the fetch, or one of %SB_DOCUMENT_ERROR when it holds no text. */
gint64 sb_capture_intake (SbStore *store,
                          SbPageDraft *page,
                          GError **error);

/* Why @self was left, or failed, in one sentence; NULL when there is nothing to say. */
char *sb_article_dup_reason (const SbArticle *self,
                             SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbPageDraft, sb_page_draft_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbArticleWanted, sb_article_wanted_free)

G_END_DECLS
