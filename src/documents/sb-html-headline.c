/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-html-headline.h"

#include "sb-html-score.h"

#include <string.h>

/* A longer heading is no headline, in bytes. */
#define MAX_HEADLINE 400
/* A headline has this share of its words in common with the title. */
#define MIN_COMMON 0.75
/* A second-level heading is the headline only with more words than this. */
#define MIN_WORDS 3
/* What stands before the headline is something else when it has more prose
 * than this, in words, and at most this share of all. */
#define MIN_BEFORE 30
#define MAX_BEFORE 0.5
/* A lead is a few elements and has no more words than this. */
#define MAX_WORDS 200
#define MAX_LEAD  3

/* The words of @text, lower case, as a set. */
static GHashTable *
list_words (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const char *p = lower; *p != '\0';)
    {
      const char *end = p;

      while (g_unichar_isalnum (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (end > p)
        g_hash_table_add (words, g_strndup (p, (gsize) (end - p)));
      p = *end == '\0' ? end : g_utf8_next_char (end);
    }
  return words;
}

/* The share of words that two texts have in common, of the longer one. */
static double
compare_words (GHashTable *a,
               GHashTable *b)
{
  GHashTableIter iter;
  gpointer word;
  guint n_common = 0;
  guint n = MAX (g_hash_table_size (a), g_hash_table_size (b));

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    n_common += g_hash_table_contains (b, word) ? 1 : 0;
  return n == 0 ? 0 : (double) n_common / n;
}

const GumboNode *
_sb_html_find_headline (const GumboNode *root,
                        const char *title)
{
  g_autoptr (GHashTable) wanted = title == NULL ? NULL : list_words (title);
  const GumboNode *best = NULL;
  double most = MIN_COMMON;
  const GumboNode *n = wanted == NULL ? NULL : root;

  while (n != NULL)
    {
      GumboTag tag = _sb_html_get_tag (n);
      g_autofree char *text = NULL;

      if (_sb_html_is_hidden (n) || tag == GUMBO_TAG_NAV)
        {
          n = _sb_html_next_after (n, root);
          continue;
        }
      if (tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2)
        text = _sb_html_dup_label (n, MAX_HEADLINE);
      if (text != NULL)
        {
          g_autoptr (GHashTable) words = list_words (text);
          double common = compare_words (wanted, words);

          if (tag == GUMBO_TAG_H2 && g_hash_table_size (words) <= MIN_WORDS)
            common = 0;
          if (common > most || (common == most && best == NULL))
            {
              best = n;
              most = common;
            }
        }
      n = _sb_html_next (n, root);
    }
  return best;
}

void
_sb_html_omit_before (const GumboNode *article,
                      const GumboNode *headline,
                      GHashTable *scores,
                      GHashTable *omitted)
{
  const SbHtmlScore *all = g_hash_table_lookup (scores, article);
  double before = 0;

  for (const GumboNode *n = headline; n != article; n = n->parent)
    for (guint i = 0; i < n->index_within_parent; i++)
      {
        const SbHtmlScore *score = g_hash_table_lookup (scores, _sb_html_get_children (n->parent)->data[i]);

        before += score == NULL || g_hash_table_contains (omitted, _sb_html_get_children (n->parent)->data[i]) ? 0 : score->prose;
      }
  if (before < MIN_BEFORE || before > all->prose * MAX_BEFORE)
    return;
  for (const GumboNode *n = headline; n != article; n = n->parent)
    for (guint i = 0; i < n->index_within_parent; i++)
      g_hash_table_add (omitted, _sb_html_get_children (n->parent)->data[i]);
}

static gboolean
is_caption (const GumboNode *node)
{
  static const char *const words[] = { "caption", "captions", "legend", "legende", "credit", "figcaption", "photo", NULL };
  GumboTag tag = _sb_html_get_tag (node);

  return tag == GUMBO_TAG_FIGURE || tag == GUMBO_TAG_FIGCAPTION || _sb_html_is_called (node, words);
}

/* TRUE for what the lead is not in, with all that is in it. */
static gboolean
is_passed_over (const GumboNode *node,
                const SbHtmlScore *score)
{
  if (score == NULL)
    return _sb_html_is_hidden (node);
  return score->role == SB_HTML_ROLE_NOISE || score->role == SB_HTML_ROLE_COMMENTS || is_caption (node);
}

/* TRUE for an element that holds sentences and no other such element. */
static gboolean
is_lead (const GumboNode *node,
         const SbHtmlScore *score)
{
  GumboTag tag = _sb_html_get_tag (node);

  if (score->n_text_runs != 1 || score->n_link_runs > 0 || score->prose == 0 || score->link_words > score->words / 2)
    return FALSE;
  return tag == GUMBO_TAG_P || tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_SECTION || (tag >= GUMBO_TAG_H2 && tag <= GUMBO_TAG_H6);
}

GPtrArray *
_sb_html_list_lead (const GumboNode *headline,
                    const GumboNode *end,
                    GHashTable *scores)
{
  g_autoptr (GPtrArray) lead = g_ptr_array_new ();
  const GumboNode *root = headline;
  const GumboNode *n;
  double words = 0;

  while (root->parent != NULL)
    root = root->parent;
  n = _sb_html_next_after (headline, root);
  while (n != NULL && n != end)
    {
      const SbHtmlScore *score = g_hash_table_lookup (scores, n);
      gboolean is_foreign = is_passed_over (n, score);
      gboolean is_sentence = score != NULL && !is_foreign && is_lead (n, score);

      if (is_sentence)
        {
          words += score->words;
          g_ptr_array_add (lead, (gpointer) n);
        }
      n = is_foreign || is_sentence ? _sb_html_next_after (n, root) : _sb_html_next (n, root);
    }
  if (n != end || words > MAX_WORDS || lead->len > MAX_LEAD)
    g_ptr_array_set_size (lead, 0);
  return g_steal_pointer (&lead);
}
