/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-text-intake.h"

#include "sb-crew.h"
#include "sb-feed-lead.h"
#include "sb-html.h"
#include "sb-text-step.h"
#include "sb-text-store.h"

/* Documents in a step of sb_text_intake_run(). */
#define N_DOCUMENTS 1000

/* Documents in a transaction, at the most. */
#define N_STORED 100

struct _SbTextStep
{
  SbStore *store; /* (unowned) */
  SbCrew *crew; /* (owned) */
  guint n_texts;
};

static char *
dup_html (GBytes *original)
{
  gsize size;
  const char *bytes = g_bytes_get_data (original, &size);

  return g_strndup (bytes != NULL ? bytes : "", size);
}

static GPtrArray *
make_no_blocks (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
}

GPtrArray *
sb_text_intake_read (GBytes *original,
                     const char *base)
{
  g_autofree char *html = NULL;
  g_autoptr (SbExtraction) extraction = NULL;

  g_return_val_if_fail (original != NULL, NULL);

  html = dup_html (original);
  extraction = sb_html_extract_fragment (html, base, NULL);
  return extraction != NULL ? g_ptr_array_ref (sb_extraction_get_blocks (extraction)) : make_no_blocks ();
}

/* The lead was told from the HTML without its text, unless the feed gave a summary. */
static void
mend_lead (SbWaitingText *text,
           const char *html)
{
  g_autofree char *opening = sb_feed_lead_of_html (html, SB_HTML_PARAGRAPH);

  if (g_strcmp0 (opening, text->lead) != 0)
    return;

  g_free (text->lead);
  text->lead = sb_feed_lead_of_blocks (text->blocks, SB_FEED_LEAD_LENGTH);
}

/* Run in any thread. What cannot be read, or was not kept, has no text. */
static void
read_text (gpointer data)
{
  SbWaitingText *text = data;
  g_autofree char *html = text->original != NULL ? dup_html (text->original) : NULL;
  g_autoptr (SbExtraction) extraction = html != NULL ? sb_html_extract_fragment (html, text->base, NULL) : NULL;

  if (extraction == NULL)
    {
      sb_waiting_text_take_blocks (text, make_no_blocks ());
      return;
    }

  sb_waiting_text_take_blocks (text, g_ptr_array_ref (sb_extraction_get_blocks (extraction)));
  text->language = g_strdup (sb_extraction_get_language (extraction));
  text->n_words = sb_extraction_count_words (extraction);
  mend_lead (text, html);
}

static void
free_text (gpointer data)
{
  sb_waiting_text_free (data);
}

/* Waits for the next texts to be read; fewer when there are no more. (element-type
 * SbWaitingText) */
static GPtrArray *
pop_texts (SbCrew *crew)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (free_text);
  gpointer text;

  while (texts->len < N_STORED && (text = sb_crew_pop (crew)) != NULL)
    g_ptr_array_add (texts, text);

  return texts;
}

SbTextStep *
_sb_text_step_begin (SbStore *store,
                     guint n_documents,
                     GError **error)
{
  g_autoptr (GPtrArray) waiting = sb_store_list_waiting_texts (store, n_documents, error);
  g_autofree gpointer *texts = NULL;
  SbTextStep *self;
  gsize n_texts;

  if (waiting == NULL)
    return NULL;

  self = g_new0 (SbTextStep, 1);
  self->store = store;
  self->crew = sb_crew_new (read_text, free_text);
  texts = g_ptr_array_steal (waiting, &n_texts);
  for (gsize i = 0; i < n_texts; i++)
    sb_crew_push (self->crew, texts[i]);

  self->n_texts = (guint) n_texts;
  return self;
}

void
_sb_text_step_free (SbTextStep *self)
{
  if (self == NULL)
    return;

  sb_crew_free (self->crew);
  g_free (self);
}

guint
_sb_text_step_get_n_texts (const SbTextStep *self)
{
  return self->n_texts;
}

/* The next texts are read while the last ones are stored. Nobody is held off until some
 * are read: what changed meanwhile is passed over. */
gboolean
_sb_text_step_finish (SbTextStep *self,
                      GError **error)
{
  while (TRUE)
    {
      g_autoptr (GPtrArray) read = pop_texts (self->crew);

      if (read->len == 0)
        return TRUE;
      if (!sb_store_put_waiting_texts (self->store, read, error))
        return FALSE;
    }
}

gboolean
sb_text_intake_step (SbStore *store,
                     guint n_documents,
                     guint *n_left,
                     GError **error)
{
  g_autoptr (SbTextStep) step = NULL;
  gint64 n_waiting;

  g_return_val_if_fail (SB_IS_STORE (store) && n_left != NULL, FALSE);

  *n_left = 0;
  step = _sb_text_step_begin (store, n_documents, error);
  if (step == NULL || step->n_texts == 0)
    return step != NULL;
  if (!_sb_text_step_finish (step, error))
    return FALSE;

  n_waiting = sb_store_count_waiting_texts (store, error);
  *n_left = (guint) MAX (n_waiting, 0);
  return n_waiting >= 0;
}

gboolean
sb_text_intake_run (SbStore *store,
                    GCancellable *cancellable,
                    GError **error)
{
  guint n_left;

  g_return_val_if_fail (SB_IS_STORE (store), FALSE);

  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !sb_text_intake_step (store, N_DOCUMENTS, &n_left, error))
        return FALSE;
    }
  while (n_left > 0);

  return TRUE;
}
