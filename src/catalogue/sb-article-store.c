/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-article-store.h"

#include "sb-store-private.h"

static const char *const state_names[] = {
  [SB_ARTICLE_WAITING] = "waiting",
  [SB_ARTICLE_TAKEN] = "taken",
  [SB_ARTICLE_LEFT] = "left",
};

void
sb_article_free (SbArticle *self)
{
  if (self == NULL)
    return;

  g_free (self->text_hash);
  g_free (self->code);
  g_free (self->message);
  g_free (self);
}

const char *
sb_article_state_get_name (SbArticleState state)
{
  return state_names[state];
}

SbArticle *
sb_store_get_article (SbStore *self,
                      gint64 document,
                      GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (SbArticle) article = NULL;
  g_autoptr (GError) failure = NULL;
  const char *state;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  statement = _sb_store_query (self, "get-article", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":document", document);
  if (!sb_statement_step (statement, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  article = g_new0 (SbArticle, 1);
  state = sb_statement_get_text (statement, "state");
  for (guint i = 0; i < G_N_ELEMENTS (state_names); i++)
    if (g_strcmp0 (state, state_names[i]) == 0)
      article->state = (SbArticleState) i;
  article->text_hash = sb_statement_dup_text (statement, "text_hash");
  article->failures = (guint) sb_statement_get_int (statement, "failures");
  article->next_due = sb_statement_get_int (statement, "next_due");
  article->code = sb_statement_dup_text (statement, "code");
  article->message = sb_statement_dup_text (statement, "message");
  return g_steal_pointer (&article);
}

gboolean
sb_store_put_article (SbStore *self,
                      gint64 document,
                      const SbArticle *article,
                      GError **error)
{
  g_autoptr (SbStatement) statement = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), FALSE);
  g_return_val_if_fail (article != NULL && article->text_hash != NULL, FALSE);

  statement = _sb_store_query (self, "put-article", error);
  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":document", document);
  sb_statement_bind_text (statement, ":text_hash", article->text_hash);
  sb_statement_bind_text (statement, ":state", state_names[article->state]);
  sb_statement_bind_int (statement, ":failures", article->failures);
  sb_statement_bind_int (statement, ":next_due", article->next_due);
  if (article->code != NULL)
    sb_statement_bind_text (statement, ":code", article->code);
  if (article->message != NULL)
    sb_statement_bind_text (statement, ":message", article->message);
  return sb_statement_run (statement, error);
}

GArray *
sb_store_list_articles_due (SbStore *self,
                            gint64 now,
                            guint limit,
                            GError **error)
{
  g_autoptr (SbStatement) statement = NULL;

  g_return_val_if_fail (SB_IS_STORE (self), NULL);

  statement = _sb_store_query (self, "list-articles-due", error);
  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":now", now);
  sb_statement_bind_int (statement, ":limit", limit);
  return _sb_store_read_ids (statement, error);
}

gboolean
sb_store_keep_bytes (SbStore *self,
                     GBytes *bytes,
                     GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autofree char *hash = NULL;

  g_return_val_if_fail (SB_IS_STORE (self) && bytes != NULL, FALSE);

  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  statement = _sb_store_query (self, "put-original", error);
  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":hash", hash);
  sb_statement_bind_blob (statement, ":bytes", bytes);
  return sb_statement_run (statement, error);
}
