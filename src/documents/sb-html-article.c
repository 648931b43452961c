/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-html-article.h"

#include "sb-html-headline.h"
#include "sb-html-prune.h"
#include "sb-html-score.h"

#include <string.h>

/* With less prose than this, what elements are called is trusted less; in
 * words. */
#define MIN_ARTICLE 50
/* An article without sentences has this many words, links apart. */
#define MIN_NAMED 20
/* What is around the best element has this much more prose to be taken for it,
 * and not more of its words in links. */
#define MIN_GAIN       1.3
#define MAX_WIDE_LINKS 0.35
/* An element marked as the body of the article is one when it holds this share
 * of the prose of the element found. */
#define MIN_MARKED 0.4
static const SbHtmlScore *
get_score (GHashTable *scores,
           const GumboNode *node)
{
  return g_hash_table_lookup (scores, node);
}

/* Paragraphs and their like do not hold an article; what is around them may. */
static gboolean
is_container (const GumboNode *node)
{
  switch ((int) _sb_html_get_tag (node))
    {
    case GUMBO_TAG_P:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_H1 ... GUMBO_TAG_H6:
      return FALSE;
    default:
      return _sb_html_breaks_line (node);
    }
}

/* The element with the highest value; of equal ones the inner one. */
static const GumboNode *
find_best (const GumboNode *root,
           GHashTable *scores)
{
  const GumboNode *best = NULL;
  double best_value = 0;

  for (const GumboNode *n = root; n != NULL; n = _sb_html_next (n, root))
    {
      const SbHtmlScore *score = get_score (scores, n);

      if (score != NULL && score->value > 0 && score->value >= best_value)
        {
          best = n;
          best_value = score->value;
        }
    }
  while (best != NULL && best != root && !is_container (best))
    best = best->parent;
  return best;
}

/* TRUE for what the page itself marks as the text of the article. */
static gboolean
is_marked (const GumboNode *node)
{
  const char *property = _sb_html_get (node, "itemprop");

  return property != NULL && strstr (property, "articleBody") != NULL;
}

static const GumboNode *
find_marked (const GumboNode *best,
             GHashTable *scores)
{
  double enough = get_score (scores, best)->prose * MIN_MARKED;

  for (const GumboNode *n = best; n != NULL; n = _sb_html_next (n, best))
    {
      const SbHtmlScore *score = is_marked (n) ? get_score (scores, n) : NULL;

      if (score != NULL && score->prose >= enough)
        return n;
    }
  return best;
}

/* Goes out to what is around the best element as long as that holds notably
 * more prose and not mostly links: lists and scraps may have kept it down. */
static const GumboNode *
widen (const GumboNode *best,
       const GumboNode *root,
       GHashTable *scores)
{
  const GumboNode *node = best;

  while (node != root && _sb_html_get_tag (node) != GUMBO_TAG_ARTICLE && _sb_html_get_tag (node) != GUMBO_TAG_BODY)
    {
      const SbHtmlScore *outer;

      node = node->parent;
      outer = get_score (scores, node);
      if (outer == NULL || outer->role == SB_HTML_ROLE_NOISE || outer->role == SB_HTML_ROLE_COMMENTS)
        break;
      if (outer->prose >= get_score (scores, best)->prose * MIN_GAIN &&
          outer->link_words < outer->words * MAX_WIDE_LINKS)
        best = node;
    }
  return best;
}

/* On a page with hardly a sentence, what it calls its article; else NULL. */
static const GumboNode *
find_named (const GumboNode *root,
            GHashTable *scores)
{
  const GumboNode *named = NULL;
  double words = MIN_NAMED;

  for (const GumboNode *n = root; n != NULL; n = _sb_html_next (n, root))
    {
      const SbHtmlScore *score = get_score (scores, n);
      GumboTag tag = _sb_html_get_tag (n);

      if (score == NULL || (tag != GUMBO_TAG_ARTICLE && tag != GUMBO_TAG_MAIN && !is_marked (n)) ||
          score->words - score->link_words <= words)
        continue;
      named = n;
      words = score->words - score->link_words;
    }
  return named;
}

static gboolean
is_within (const GumboNode *node,
           const GumboNode *outer)
{
  while (node != NULL && node != outer)
    node = node->parent;
  return node != NULL;
}

/* TRUE for what stands in a part that is called something else than the
 * article. */
static gboolean
is_beside (const GumboNode *node,
           GHashTable *scores)
{
  for (const GumboNode *n = node; n != NULL; n = n->parent)
    {
      const SbHtmlScore *score = get_score (scores, n);

      if (score != NULL && (score->role == SB_HTML_ROLE_ASIDE || score->role == SB_HTML_ROLE_NOISE))
        return TRUE;
    }
  return FALSE;
}

/* What is around the headline, as far as it holds text; NULL when that is
 * the page. */
static const GumboNode *
find_around (const GumboNode *headline,
             GHashTable *scores)
{
  for (const GumboNode *n = headline; n != NULL && _sb_html_get_tag (n) != GUMBO_TAG_BODY; n = n->parent)
    {
      const SbHtmlScore *score = get_score (scores, n);

      if (score != NULL && is_container (n) && score->words - score->link_words >= MIN_ARTICLE)
        return n;
    }
  return NULL;
}

/* What may be the article on a page of which no more is known than where the
 * most prose stands. */
static const GumboNode *
find_doubtful (const GumboNode *root,
               const GumboNode *headline,
               GHashTable *scores,
               const GumboNode *best)
{
  const GumboNode *around = headline == NULL ? NULL : find_around (headline, scores);
  const GumboNode *named;

  if (around != NULL && (best == NULL || !is_within (best, around)))
    return around;
  if (best != NULL && get_score (scores, best)->prose >= MIN_ARTICLE / 2)
    return best;
  named = find_named (root, scores);
  return named != NULL ? named : best;
}

static const GumboNode *
find_root (const GumboNode *root,
           const GumboNode *headline,
           GHashTable **scores)
{
  const GumboNode *best = NULL;

  for (SbHtmlTrust trust = SB_HTML_TRUST_NAMES; trust <= SB_HTML_TRUST_NOTHING; trust++)
    {
      g_clear_pointer (scores, g_hash_table_unref);
      *scores = _sb_html_score (root, trust);
      best = find_best (root, *scores);
      if (best != NULL)
        best = widen (best, root, *scores);
      if (best != NULL && get_score (*scores, best)->text >= MIN_ARTICLE && trust < SB_HTML_TRUST_NOTHING)
        break;
    }
  if (best != NULL && get_score (*scores, best)->text >= MIN_ARTICLE && !is_beside (best, *scores))
    return find_marked (best, *scores);
  best = find_doubtful (root, headline, *scores, best);
  return best == NULL ? NULL : find_marked (best, *scores);
}

/* What holds the headline and was left out of the article, the header of the
 * page mostly; NULL when it is not in such a part. */
static const GumboNode *
find_omitted (const GumboNode *headline,
              const GumboNode *article,
              GHashTable *omitted)
{
  const GumboNode *found = NULL;

  for (const GumboNode *n = headline; n != NULL && n != article; n = n->parent)
    if (g_hash_table_contains (omitted, n))
      found = n;
  return found;
}

/* Settles where the article begins, by its headline. */
static void
settle_start (SbHtmlArticle *self,
              const GumboNode *root,
              const GumboNode *headline,
              GHashTable *scores)
{
  gboolean is_inside = is_within (headline, self->root);
  const GumboNode *header = is_inside ? find_omitted (headline, self->root, self->omitted) : NULL;

  if (is_inside && header == NULL)
    {
      _sb_html_omit_before (self->root, headline, scores, self->omitted);
      return;
    }
  g_ptr_array_unref (self->lead);
  self->lead = _sb_html_list_lead (headline, header != NULL ? _sb_html_next_after (header, root) : self->root, scores);
}

SbHtmlArticle *
_sb_html_article_find (const GumboNode *root,
                       const char *title,
                       const char *base)
{
  SbHtmlArticle *self = g_new0 (SbHtmlArticle, 1);
  g_autoptr (GHashTable) scores = NULL;
  const GumboNode *headline = _sb_html_find_headline (root, title);
  const GumboNode *best = find_root (root, headline, &scores);

  self->omitted = g_hash_table_new (NULL, NULL);
  self->lead = g_ptr_array_new ();
  self->root = best != NULL ? best : root;
  if (best != NULL)
    _sb_html_prune (best, scores, base, self->omitted);
  if (best != NULL && headline != NULL)
    settle_start (self, root, headline, scores);
  return self;
}

void
_sb_html_article_free (SbHtmlArticle *self)
{
  g_ptr_array_unref (self->lead);
  g_hash_table_unref (self->omitted);
  g_free (self);
}
