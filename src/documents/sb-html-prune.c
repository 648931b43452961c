/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-html-prune.h"

#include "sb-html-score.h"

#include <string.h>

/* A part that holds this share of the article's prose is no aside. */
#define MAX_ASIDE 0.25
/* Parts with more of their words in links than this are navigation, unless
 * they hold so much prose; in words. */
#define MAX_LINKS 0.6
#define MIN_PROSE 50
/* A part that leads to another place on the page has no more words. */
#define MAX_JUMP 8
/* A part with form fields and no more words than this is a form. */
#define MAX_FORM 80
/* A card that leads to another page has no more words than this, and stands
 * beside others like it. */
#define MAX_CARD  60
#define MIN_CARDS 2
/* No more nodes of a part are looked at, because parts nest. */
#define MAX_SEEN 20000
/* So many links lead to the site of the page itself. */
#define MIN_HOME 5

/* Classes by which the common style sheets hide an element, unless another one
 * shows it on wide screens. */
static const char *const hiding_classes[] = {
  "hidden", "invisible", "visuallyhidden", "visually-hidden", "sr-only", "screen-reader-text", "screen-reader", "d-none",
  "element-invisible", "element-hidden", "is-hidden", "u-hidden", "hide", NULL
};

typedef struct
{
  GHashTable *scores; /* (unowned) (element-type GumboNode SbHtmlScore) */
  GHashTable *omitted; /* (unowned) (element-type GumboNode) */
  const char *sites[2]; /* (unowned) (nullable) where the page came from, and where most of its links lead */
  double prose; /* of the article */
  gboolean is_list; /* it is a list of links, with hardly any prose */
} Pruner;

/* Sites on which things are shared: links to them are no sources. */
static const char *const sharing_sites[] = {
  "facebook.com", "twitter.com", "x.com", "t.me", "wa.me", "whatsapp.com", "linkedin.com", "pinterest.com", "reddit.com",
  "tumblr.com", "instagram.com", "google.com", "feedburner.com", "addthis.com", "addtoany.com", NULL
};

/* Where a link goes to. */
typedef enum
{
  WAY_NOWHERE, /* a place on this page, a script, an address for mail */
  WAY_WITHIN, /* another page of the site */
  WAY_SHARING,
  WAY_FRONT, /* another site, but no page of it */
  WAY_OUT,
} Way;

/* The name that a site has in its country or domain: "lefleuve.ml" of
 * "http://www.lefleuve.ml/", "news.co.uk" of "//m.news.co.uk"; NULL when
 * @address names none. */
static char *
dup_site (const char *address)
{
  static const char *const registries[] = { "co", "com", "org", "net", "gov", "gouv", "gob", "ac", "edu", NULL };
  const char *host = address == NULL ? NULL : strstr (address, "//");
  g_autofree char *name = NULL;
  g_auto (GStrv) labels = NULL;
  guint n;

  if (host == NULL || (host != address && host[-1] != ':'))
    return NULL;
  name = g_ascii_strdown (host + 2, (gssize) strcspn (host + 2, "/?#:"));
  labels = g_strsplit (name, ".", -1);
  n = g_strv_length (labels);
  if (n <= 2)
    return g_steal_pointer (&name);
  return g_strjoinv (".", labels + n - (g_strv_contains (registries, labels[n - 2]) ? 3 : 2));
}

/* TRUE for an address that names a page of a site and not just the site. */
static gboolean
names_page (const char *address)
{
  const char *path = strchr (strstr (address, "//") + 2, '/');

  return path != NULL && path[1] != '\0';
}

static Way
find_way (const Pruner *self,
          const char *href)
{
  g_autofree char *site = NULL;

  if (*href == '\0' || *href == '#' || g_ascii_strncasecmp (href, "javascript:", 11) == 0 || g_ascii_strncasecmp (href, "mailto:", 7) == 0)
    return WAY_NOWHERE;
  site = dup_site (href);
  if (site == NULL || g_strcmp0 (site, self->sites[0]) == 0 || g_strcmp0 (site, self->sites[1]) == 0)
    return WAY_WITHIN;
  if (g_strv_contains (sharing_sites, site))
    return WAY_SHARING;
  return names_page (href) ? WAY_OUT : WAY_FRONT;
}

/* How many links within @node go that way, as far as it is looked through. */
static guint
count_ways (const Pruner *self,
            const GumboNode *node,
            Way way)
{
  guint n_links = 0;
  guint n_seen = 0;

  for (const GumboNode *n = node; n != NULL && n_seen < MAX_SEEN; n = _sb_html_next (n, node), n_seen++)
    {
      const char *href = _sb_html_get_tag (n) == GUMBO_TAG_A ? _sb_html_get (n, "href") : NULL;

      n_links += href != NULL && find_way (self, href) == way ? 1 : 0;
    }
  return n_links;
}

static gboolean
is_heading (const GumboNode *node)
{
  GumboTag tag = _sb_html_get_tag (node);

  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
}

static gboolean
holds_heading (const GumboNode *node)
{
  guint n_seen = 0;

  for (const GumboNode *n = node; n != NULL && n_seen < MAX_SEEN; n = _sb_html_next (n, node), n_seen++)
    if (is_heading (n))
      return TRUE;
  return FALSE;
}

/* A few words with a link to another place on the page: "3 comments". */
static gboolean
is_jump (const Pruner *self,
         const GumboNode *node,
         const SbHtmlScore *score)
{
  if (score->words > MAX_JUMP || score->words == 0 || score->link_words < score->words / 2)
    return FALSE;
  return count_ways (self, node, WAY_NOWHERE) > 0 && !holds_heading (node);
}

/* TRUE for what is full of links, unless most of them lead to other sites:
 * those are sources. */
static gboolean
is_navigation (const Pruner *self,
               const GumboNode *node,
               const SbHtmlScore *score)
{
  GumboTag tag = _sb_html_get_tag (node);

  if (tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_FIGURE || is_heading (node) ||
      score->prose >= MIN_PROSE)
    return FALSE;
  if (is_jump (self, node, score))
    return TRUE;
  if (score->link_words <= score->words * MAX_LINKS)
    return FALSE;
  return count_ways (self, node, WAY_OUT) <= count_ways (self, node, WAY_WITHIN) + count_ways (self, node, WAY_SHARING) +
                                               count_ways (self, node, WAY_FRONT);
}

/* TRUE for what is called something which is not the text. */
static gboolean
is_called_foreign (const Pruner *self,
                   const GumboNode *node,
                   const SbHtmlScore *score)
{
  gboolean is_large = score->prose > self->prose * MAX_ASIDE;

  if (score->role == SB_HTML_ROLE_COMMENTS || (score->role == SB_HTML_ROLE_NOISE && !is_large))
    return TRUE;
  return score->role == SB_HTML_ROLE_ASIDE && !is_large && score->value <= 0;
}

/* A form to subscribe, search, log in, with the words around it. */
static gboolean
is_form (const Pruner *self,
         const SbHtmlScore *score)
{
  return score->n_fields > 0 && score->words <= MAX_FORM && score->prose <= self->prose * MAX_ASIDE;
}

/* A short part in which a line that is all link, to another page of the site,
 * stands beside lines that are not: a headline and what it is about. */
static gboolean
is_card (const Pruner *self,
         const GumboNode *node)
{
  GumboTag tag = _sb_html_get_tag (node);
  const SbHtmlScore *score = g_hash_table_lookup (self->scores, node);

  if (score == NULL || score->words > MAX_CARD || score->n_link_runs == 0 || score->n_text_runs == 0)
    return FALSE;
  if (tag == GUMBO_TAG_TR || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_P || tag == GUMBO_TAG_FIGURE || tag == GUMBO_TAG_UL ||
      tag == GUMBO_TAG_OL || tag == GUMBO_TAG_DL || tag == GUMBO_TAG_BLOCKQUOTE || is_heading (node))
    return FALSE;
  return count_ways (self, node, WAY_WITHIN) > 0;
}

/* Several cards beside one another lead to other articles, unless they are
 * what the page is about. */
static void
omit_cards (Pruner *self,
            const GumboNode *node)
{
  const GumboVector *children = _sb_html_get_children (node);
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  double prose = 0;

  for (guint i = 0; i < children->length; i++)
    {
      const SbHtmlScore *score = g_hash_table_lookup (self->scores, children->data[i]);

      if (score == NULL || !is_card (self, children->data[i]))
        continue;
      g_ptr_array_add (cards, children->data[i]);
      prose += score->prose;
    }
  if (cards->len < MIN_CARDS || prose > self->prose * MAX_ASIDE)
    return;
  for (guint i = 0; i < cards->len; i++)
    g_hash_table_add (self->omitted, g_ptr_array_index (cards, i));
}

static gboolean
is_hidden_by_class (const GumboNode *node)
{
  const char *value = _sb_html_get (node, "class");
  g_auto (GStrv) classes = value == NULL ? NULL : g_strsplit_set (value, " \t\r\n", -1);
  gboolean found = FALSE;

  for (guint i = 0; classes != NULL && classes[i] != NULL; i++)
    {
      if (strchr (classes[i], ':') != NULL)
        return FALSE;
      found |= g_strv_contains (hiding_classes, classes[i]);
    }
  return found;
}

static gboolean
is_hidden (const Pruner *self,
           const GumboNode *node,
           const SbHtmlScore *score)
{
  const char *aria = _sb_html_get (node, "aria-hidden");

  if (score != NULL && score->prose > self->prose * MAX_ASIDE)
    return FALSE;
  return (aria != NULL && g_str_equal (aria, "true")) || is_hidden_by_class (node);
}

static gboolean
is_foreign (const Pruner *self,
            const GumboNode *node)
{
  const SbHtmlScore *score = g_hash_table_lookup (self->scores, node);

  if (is_hidden (self, node, score))
    return TRUE;
  return score != NULL && (is_called_foreign (self, node, score) || is_form (self, score) ||
                           (!self->is_list && is_navigation (self, node, score)));
}

static void
prune (Pruner *self,
       const GumboNode *node)
{
  const GumboVector *children = _sb_html_get_children (node);

  if (!self->is_list)
    omit_cards (self, node);
  for (guint i = 0; i < children->length; i++)
    {
      const GumboNode *child = children->data[i];

      if (!_sb_html_is_element (child) || g_hash_table_contains (self->omitted, child))
        continue;
      if (is_foreign (self, child))
        g_hash_table_add (self->omitted, (gpointer) child);
      else
        prune (self, child);
    }
}

/* The site to which most links of the page lead, when that is named in them;
 * pages that were saved may come from nowhere else. */
static char *
find_home (const GumboNode *node)
{
  g_autoptr (GHashTable) n_links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GumboNode *root = node;
  g_autofree char *home = NULL;
  guint most = 0;
  guint n_relative = 0;

  while (root->parent != NULL)
    root = root->parent;
  for (const GumboNode *n = root; n != NULL; n = _sb_html_next (n, root))
    {
      g_autofree char *site = _sb_html_get_tag (n) == GUMBO_TAG_A ? dup_site (_sb_html_get (n, "href")) : NULL;
      guint n_own = site == NULL ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (n_links, site)) + 1;

      n_relative += site == NULL && _sb_html_get_tag (n) == GUMBO_TAG_A ? 1 : 0;
      if (n_own > most)
        {
          g_free (home);
          home = g_strdup (site);
          most = n_own;
        }
      if (n_own > 0)
        g_hash_table_insert (n_links, g_steal_pointer (&site), GUINT_TO_POINTER (n_own));
    }
  return most >= MIN_HOME && most > n_relative ? g_steal_pointer (&home) : NULL;
}

void
_sb_html_prune (const GumboNode *root,
                GHashTable *scores,
                const char *base,
                GHashTable *omitted)
{
  g_autofree char *site = dup_site (base);
  g_autofree char *home = find_home (root);
  const SbHtmlScore *score = g_hash_table_lookup (scores, root);
  Pruner self = { scores, omitted, { site, home }, score->prose, score->prose < MIN_PROSE / 2 };

  prune (&self, root);
}
