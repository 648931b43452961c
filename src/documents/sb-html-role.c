/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-html-role.h"

#include <string.h>

/* More of a class than this is not looked at, in bytes. */
#define MAX_NAME 400
/* Shorter words are abbreviations or made up by a program; in bytes. */
#define MIN_WORD 1

/* Words of class and id for what readers have written. */
static const char *const comment_words[] = {
  "comment", "comments", "commentlist", "disqus", "respond", "commentaires", "commentaire", "comentarios",
  "kommentare", "livefyre", NULL
};

/* Words of class and id that name something beside the article, whatever else
 * they say. */
static const char *const noise_words[] = {
  "related",
  "recommended", "recommendations", "recirc", "recirculation", "share", "sharing", "sharebar", "sharetools",
  "sharedaddy", "shares", "social", "socials", "addthis", "addtoany", "newsletter", "newsletters", "subscribe",
  "subscription", "signup", "footer", "cookie", "cookies", "consent", "gdpr", "breadcrumb", "breadcrumbs",
  "taboola", "outbrain", "advert", "advertisement", "advertising", "adsense", "sponsor", "sponsored", "sponsors",
  "pagination", "pager", "paginator", "popup", "login", "skyscraper", "trending", "printfriendly", "noprint",
  "yarpp", "nextprev", "navlinks", "postnav", "prevnext", "toc", "reco", "onward", "rrssb", "alsoread",
  "tagcloud", "partager", "imprimer", "pub", "publicite", "readmore", "mostread", "editsection",
  "partage", "abonnement", "inscription", "connexion", "ariane", "foot", "colophon", "etiquettes", "reagir",
  "navbox", "catlinks", "noexcerpt", "infolinks", "siderail", "sidenav", "topnav", "bottomnav", "usernav", NULL
};

/* Two words in a row that do so: "bloc-lire-aussi", "lireAussi". */
static const char *const noise_phrases[] = {
  "lire-aussi", "lire-egalement", "a-lire", "voir-aussi", "savoir-plus", "meme-sujet", "articles-lies", "plus-lus", "plus-lu",
  "mots-cles", "reseaux-sociaux", "about-author", "author-bio", "author-box", "author-info", "author-description", "author-profile",
  "bio-auteur", "most-read", "most-popular", "latest-news", "read-also", "also-read", "read-next", "you-may", "more-from",
  "recent-posts", "post-navigation", "nav-links", "editors-picks", "te-puede", "lea-tambien", "leia-tambem", "mas-leidas", NULL
};

/* Words that do so unless others name the article too. */
static const char *const aside_words[] = {
  "sidebar", "aside", "side", "widget", "widgets", "menu", "menus", "nav", "navbar", "navigation", "banner",
  "header", "masthead", "promo", "promos", "promotion", "popular", "ad", "ads", "adbox", "tags", "toolbar",
  "copyright", "legal", "rail", "modal", "overlay", "more", "extra", "tools", "utility", "links", "rss", "follow",
  "poll", "survey", "carousel", "slideshow", "teaser", "teasers", "latest", "next", "previous", "bottom",
  "disclaimer", "search", "callout", "featured", "bio", "byline", "bylines", "meta", "metadata", "postmeta",
  "dateline", "timestamp", "date", "author", "authors", "auteur", "headline", "kicker", "credit", "credits", "skip",
  "rating", "ratings", "votes", "upsell", "inset", "vcard", "hentrymeta", "info", "categories", "category", "label",
  "actions", "buttons", "button", "notice", "alert", "subnav", "crumbs", NULL
};

static const char *const article_words[] = {
  "article", "articles", "articlebody", "body", "content", "main", "entry", "post", "story", "storybody", "text",
  "page", "column", "hentry", "blog", "single", "texte", "contenu", "wrapper", "container", "container", "inner",
  "layout", "site", "row", "grid", "document", NULL
};

static const char *const noise_roles[] = {
  "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar",
  "toolbar", "alert", NULL
};

/* The words of "sidebarLeft post-meta", lower case, into @words. */
static void
append_words (GPtrArray *words,
              const char *name)
{
  const char *end = name + strnlen (name, MAX_NAME);
  const char *start = name;

  for (const char *p = name; p <= end; p++)
    {
      gboolean is_edge = p == end || !g_ascii_isalpha (*p);
      gboolean is_hump = p > start && p < end && g_ascii_isupper (*p) && g_ascii_islower (p[-1]);

      if (!is_edge && !is_hump)
        continue;
      if (p - start >= MIN_WORD)
        g_ptr_array_add (words, g_ascii_strdown (start, p - start));
      start = is_edge ? p + 1 : p;
    }
}

static GPtrArray *
list_words (const GumboNode *node)
{
  static const char *const attributes[] = { "class", "id", "itemprop", "data-component" };
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *value = _sb_html_get (node, attributes[i]);

      if (value != NULL)
        append_words (words, value);
    }
  return words;
}

static gboolean
holds_any (GPtrArray *words,
           const char *const *list)
{
  for (guint i = 0; i < words->len; i++)
    if (g_strv_contains (list, g_ptr_array_index (words, i)))
      return TRUE;
  return FALSE;
}

gboolean
_sb_html_is_called (const GumboNode *node,
                    const char *const *words)
{
  g_autoptr (GPtrArray) own = list_words (node);

  return holds_any (own, words);
}

/* What a word says, as flags: the lists above in one table. */
enum
{
  SAYS_COMMENTS = 1 << 0,
  SAYS_NOISE = 1 << 1,
  SAYS_ARTICLE = 1 << 2,
  SAYS_ASIDE = 1 << 3,
};

static void
add_words (GHashTable *table,
           const char *const *words,
           guint flag)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint flags = GPOINTER_TO_UINT (g_hash_table_lookup (table, words[i])) | flag;

      g_hash_table_insert (table, (gpointer) words[i], GUINT_TO_POINTER (flags));
    }
}

/* Made once and never changed. */
static GHashTable *
get_vocabulary (void)
{
  static GHashTable *vocabulary;

  if (g_once_init_enter (&vocabulary))
    {
      GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

      add_words (table, comment_words, SAYS_COMMENTS);
      add_words (table, noise_words, SAYS_NOISE);
      add_words (table, noise_phrases, SAYS_NOISE);
      add_words (table, article_words, SAYS_ARTICLE);
      add_words (table, aside_words, SAYS_ASIDE);
      g_once_init_leave (&vocabulary, table);
    }
  return vocabulary;
}

/* What the words say, one by one and in pairs. */
static guint
read_words (GPtrArray *words)
{
  GHashTable *vocabulary = get_vocabulary ();
  g_autoptr (GString) pair = g_string_new (NULL);
  guint flags = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);

      flags |= GPOINTER_TO_UINT (g_hash_table_lookup (vocabulary, word));
      if (i == 0)
        continue;
      g_string_assign (pair, g_ptr_array_index (words, i - 1));
      g_string_append_c (pair, '-');
      g_string_append (pair, word);
      flags |= GPOINTER_TO_UINT (g_hash_table_lookup (vocabulary, pair->str));
    }
  return flags;
}

static SbHtmlRole
guess_by_tag (const GumboNode *node)
{
  const char *role = _sb_html_get (node, "role");

  if (role != NULL && g_strv_contains (noise_roles, role))
    return SB_HTML_ROLE_NOISE;
  switch ((int) _sb_html_get_tag (node))
    {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
      return SB_HTML_ROLE_NOISE;
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_HEADER:
      return SB_HTML_ROLE_ASIDE;
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
      return SB_HTML_ROLE_ARTICLE;
    default:
      return SB_HTML_ROLE_NEUTRAL;
    }
}

SbHtmlRole
_sb_html_guess_role (const GumboNode *node)
{
  SbHtmlRole role = guess_by_tag (node);
  g_autoptr (GPtrArray) words = NULL;
  guint said;

  if (role != SB_HTML_ROLE_NEUTRAL || _sb_html_get_tag (node) == GUMBO_TAG_HTML ||
      _sb_html_get_tag (node) == GUMBO_TAG_BODY)
    return role;
  words = list_words (node);
  said = read_words (words);
  if (said & SAYS_COMMENTS)
    return SB_HTML_ROLE_COMMENTS;
  if (said & SAYS_NOISE)
    return SB_HTML_ROLE_NOISE;
  if (said & SAYS_ARTICLE)
    return SB_HTML_ROLE_ARTICLE;
  return said & SAYS_ASIDE ? SB_HTML_ROLE_ASIDE : SB_HTML_ROLE_NEUTRAL;
}
