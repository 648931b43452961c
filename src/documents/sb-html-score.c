/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-html-score.h"

#include <string.h>

/* What a run of text costs, in words, and what one does that is all link:
 * scraps are worth less than nothing. */
#define RUN_COST      3.0
#define RUN_LINK_COST 6.0
/* A word in a link takes away so many of the others, and so many in prose. */
#define LINK_COST       2.5
#define PROSE_LINK_COST 1.0
/* Fewer words than this are no prose, nor are those with more links. */
#define MIN_PROSE       10
#define MAX_PROSE_LINKS 0.55
/* What is left of the value of words that are no sentence. */
#define SCRAP_FACTOR 0.3
/* What is left of the value of prose in what is called an aside or noise. */
#define ASIDE_FACTOR 0.35
#define NOISE_FACTOR 0.05
/* An element that holds this share of all prose is the page, whatever it is
 * called. */
#define MAX_SHARE 0.6
/* A paragraph with more prose than this is text; in words. */
#define MIN_PARAGRAPH 15
/* A letter of a script without spaces is this much of a word. */
#define IDEOGRAPH 0.5

typedef struct
{
  GHashTable *scores;
  SbHtmlTrust trust;
  double total; /* prose of the page */
  SbHtmlScore *owner; /* (unowned) the block in which the run under way stands */
  double run_words;
  double run_link_words;
  gboolean run_is_sentence;
  guint n_links; /* links around this place */
} Scorer;

static gboolean
is_ideograph (gunichar c)
{
  return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7af);
}

static void
count_text (Scorer *self,
            const char *text)
{
  gboolean in_word = FALSE;
  double words = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_ideograph (c))
        words += IDEOGRAPH;
      else if (!in_word && g_unichar_isalnum (c))
        words += 1;
      in_word = !g_unichar_isspace (c) && (in_word || g_unichar_isalnum (c));
      if (c == '.' || c == ',' || c == '!' || c == '?' || c == ';' || c == 0x3002 || c == 0xff0c || c == 0x060c)
        self->run_is_sentence = TRUE;
    }
  self->run_words += words;
  if (self->n_links > 0)
    self->run_link_words += words;
}

/* What the run that has ended adds to an article. */
static double
judge_run (const Scorer *self,
           gboolean is_prose)
{
  double density = self->run_link_words / self->run_words;
  double value = self->run_words - RUN_COST - RUN_LINK_COST * density;

  value -= (is_prose ? PROSE_LINK_COST : LINK_COST) * self->run_link_words;
  return value > 0 && !self->run_is_sentence ? value * SCRAP_FACTOR : value;
}

/* Books the run of text that has ended to the block that it stands in. */
static void
end_run (Scorer *self)
{
  gboolean is_prose = self->run_is_sentence && self->run_words >= MIN_PROSE &&
                      self->run_link_words < self->run_words * MAX_PROSE_LINKS;

  if (self->run_words > 0 && self->owner != NULL)
    {
      self->owner->words += self->run_words;
      self->owner->link_words += self->run_link_words;
      self->owner->prose += is_prose ? self->run_words : 0;
      self->owner->text += is_prose ? self->run_words : 0;
      self->owner->value += judge_run (self, is_prose);
      if (self->run_link_words < self->run_words)
        self->owner->n_text_runs++;
      else
        self->owner->n_link_runs++;
    }
  self->run_words = self->run_link_words = 0;
  self->run_is_sentence = FALSE;
}

/* TRUE for a field that readers write into: their address, what they look
 * for, a comment. */
static gboolean
is_written_into (const GumboNode *node)
{
  static const char *const types[] = { "text", "email", "tel", "search", "password", "url", NULL };
  const char *type = _sb_html_get (node, "type");

  if (_sb_html_get_tag (node) == GUMBO_TAG_TEXTAREA)
    return TRUE;
  return _sb_html_get_tag (node) == GUMBO_TAG_INPUT && (type == NULL || g_strv_contains (types, type));
}

static void score_element (Scorer *self,
                           const GumboNode *node);

static void
score_children (Scorer *self,
                const GumboNode *node)
{
  const GumboVector *children = _sb_html_get_children (node);

  for (guint i = 0; i < children->length; i++)
    {
      const GumboNode *child = children->data[i];

      if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_CDATA)
        count_text (self, child->v.text.text);
      else if (_sb_html_is_element (child) && !_sb_html_is_hidden (child))
        score_element (self, child);
      else if (self->owner != NULL && is_written_into (child))
        self->owner->n_fields++;
    }
}

static void
score_inline (Scorer *self,
              const GumboNode *node)
{
  gboolean is_link = _sb_html_get_tag (node) == GUMBO_TAG_A && _sb_html_get (node, "href") != NULL;

  self->n_links += is_link ? 1 : 0;
  score_children (self, node);
  self->n_links -= is_link ? 1 : 0;
}

static void
score_element (Scorer *self,
               const GumboNode *node)
{
  SbHtmlScore *outer = self->owner;
  SbHtmlScore *score;
  gboolean is_line = _sb_html_breaks_line (node);

  if (!is_line)
    {
      score_inline (self, node);
      return;
    }
  end_run (self);
  score = g_new0 (SbHtmlScore, 1);
  g_hash_table_insert (self->scores, (gpointer) node, score);
  self->owner = score;
  score_children (self, node);
  end_run (self);
  if (outer != NULL)
    {
      outer->words += score->words;
      outer->link_words += score->link_words;
      outer->prose += score->prose;
      outer->n_link_runs += score->n_link_runs;
      outer->n_text_runs += score->n_text_runs;
      outer->n_fields += score->n_fields;
    }
  self->owner = outer;
}

/* TRUE for elements that are beside the article however much they hold. */
static gboolean
is_beside (const GumboNode *node)
{
  GumboTag tag = _sb_html_get_tag (node);

  return tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_FOOTER;
}

/* A paragraph of prose is not made noise by its name, nor is an element that
 * holds most of the page: within that, no name means anything. */
static SbHtmlRole
judge_role (const Scorer *self,
            const GumboNode *node,
            const SbHtmlScore *score,
            gboolean *trust_names)
{
  SbHtmlRole role = _sb_html_guess_role (node);

  if (role == SB_HTML_ROLE_NEUTRAL || role == SB_HTML_ROLE_ARTICLE)
    return role;
  if (role == SB_HTML_ROLE_COMMENTS && self->trust == SB_HTML_TRUST_NAMES)
    return role;
  if (score->prose >= self->total * MAX_SHARE && (!is_beside (node) || self->trust == SB_HTML_TRUST_NOTHING))
    {
      *trust_names = *trust_names && role == SB_HTML_ROLE_ASIDE;
      return SB_HTML_ROLE_NEUTRAL;
    }
  if (_sb_html_get_tag (node) == GUMBO_TAG_P && score->prose > MIN_PARAGRAPH)
    return SB_HTML_ROLE_NEUTRAL;
  if (!*trust_names)
    return SB_HTML_ROLE_NEUTRAL;
  return role == SB_HTML_ROLE_COMMENTS ? SB_HTML_ROLE_NOISE : role;
}

/* Goes through the tree again, now that it is known how much of the page each
 * element is, and sums the values up. */
static void
sum_values (Scorer *self,
            const GumboNode *node,
            SbHtmlScore *outer,
            double factor,
            gboolean trust_names)
{
  SbHtmlScore *score = g_hash_table_lookup (self->scores, node);
  const GumboVector *children = _sb_html_get_children (node);

  if (score != NULL)
    {
      score->role = judge_role (self, node, score, &trust_names);
      if (score->role == SB_HTML_ROLE_NOISE || score->role == SB_HTML_ROLE_COMMENTS)
        factor *= NOISE_FACTOR;
      else if (score->role == SB_HTML_ROLE_ASIDE)
        factor *= ASIDE_FACTOR;
      score->value *= factor;
      score->text *= factor > NOISE_FACTOR ? 1 : 0;
    }
  for (guint i = 0; i < children->length; i++)
    if (_sb_html_is_element (children->data[i]) && !_sb_html_is_hidden (children->data[i]))
      sum_values (self, children->data[i], score != NULL ? score : outer, factor, trust_names);
  if (score != NULL && outer != NULL)
    {
      outer->value += score->value;
      outer->text += score->text;
    }
}

GHashTable *
_sb_html_score (const GumboNode *root,
                SbHtmlTrust trust)
{
  Scorer self = { 0 };
  const SbHtmlScore *all;

  self.scores = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  score_element (&self, root);
  all = g_hash_table_lookup (self.scores, root);
  if (all != NULL)
    {
      self.total = all->prose;
      self.trust = trust;
      sum_values (&self, root, NULL, 1, trust != SB_HTML_TRUST_NOTHING);
    }
  return self.scores;
}
