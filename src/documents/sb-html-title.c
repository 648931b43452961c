/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-html-metadata.h"

#include <string.h>

/* A longer one is a text, in bytes. */
#define MAX_TITLE 400
/* A part of a page's title that is the article's has this many words. */
#define MIN_WORDS 3
/* Words that two titles may have in common are this long, in bytes. */
#define MIN_COMMON 5

static const char *const title_names[] = {
  "og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "sailthru.title",
  "weibo:article:title", "weibo:webpage:title", NULL
};

/* What stands between the title of an article and the name of its site. */
static const char *const separators[] = { " | ", " - ", " – ", " — ", " » ", " « ", " :: ", " · ", " • ", " / ", " > " };

static guint
count_words (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; n++)
    {
      p += strspn (p, " ");
      if (*p == '\0')
        break;
      p += strcspn (p, " ");
    }
  return n;
}

/* Letters and digits only, so that two spellings of a title meet. */
static char *
dup_key (const char *text)
{
  GString *key = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (key, g_unichar_tolower (g_utf8_get_char (p)));
  return g_string_free (key, FALSE);
}

/* The text of the only first-level heading, or of the one that the title of
 * the page holds; NULL when there is none such. */
static char *
find_heading (const GumboNode *root,
              const char *page_title)
{
  g_autofree char *page_key = dup_key (page_title);
  char *only = NULL;
  guint n = 0;

  for (const GumboNode *node = root; node != NULL; node = _sb_html_next (node, root))
    {
      g_autofree char *text = NULL;
      g_autofree char *key = NULL;

      if (_sb_html_get_tag (node) != GUMBO_TAG_H1 && _sb_html_get_tag (node) != GUMBO_TAG_H2)
        continue;
      text = _sb_html_dup_text (node);
      key = dup_key (text);
      if (strlen (key) > 4 && strlen (text) < MAX_TITLE && strstr (page_key, key) != NULL &&
          count_words (text) >= MIN_WORDS)
        {
          g_free (only);
          return g_steal_pointer (&text);
        }
      if (_sb_html_get_tag (node) == GUMBO_TAG_H1 && *text != '\0' && n++ == 0)
        only = g_steal_pointer (&text);
    }
  if (n != 1)
    g_clear_pointer (&only, g_free);
  return only;
}

/* The first and the last place where a separator stands. */
static gboolean
find_separators (const char *title,
                 const char **first,
                 const char **first_end,
                 const char **last,
                 const char **last_end)
{
  *first = *last = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *a = strstr (title, separators[i]);
      const char *b = g_strrstr (title, separators[i]);

      if (a != NULL && (*first == NULL || a < *first))
        {
          *first = a;
          *first_end = a + strlen (separators[i]);
        }
      if (b != NULL && (*last == NULL || b > *last))
        {
          *last = b;
          *last_end = b + strlen (separators[i]);
        }
    }
  return *first != NULL;
}

/* "Title | Site" and "Site - Title" without the site. */
static char *
cut_site (const char *title,
          const char *site)
{
  const char *first;
  const char *first_end = NULL;
  const char *last;
  const char *last_end = NULL;
  g_autofree char *head = NULL;

  if (!find_separators (title, &first, &first_end, &last, &last_end))
    return g_strdup (title);
  head = g_strndup (title, (gsize) (last - title));
  if (site != NULL && g_ascii_strcasecmp (last_end, site) == 0)
    return g_steal_pointer (&head);
  if (site != NULL && g_ascii_strncasecmp (title, site, strlen (site)) == 0 &&
      title + strlen (site) == first)
    return g_strdup (first_end);
  if (count_words (head) >= MIN_WORDS && count_words (last_end) <= count_words (head))
    return g_steal_pointer (&head);
  if (count_words (first_end) >= MIN_WORDS)
    return g_strdup (first_end);
  return g_strdup (title);
}

static char *
find_page_title (const GumboNode *root)
{
  const GumboNode *head = _sb_html_find (root, GUMBO_TAG_HEAD);
  const GumboNode *title = _sb_html_find (head != NULL ? head : root, GUMBO_TAG_TITLE);

  if (title == NULL)
    title = _sb_html_find (root, GUMBO_TAG_TITLE);
  return title == NULL ? g_strdup ("") : _sb_html_dup_text (title);
}

/* How many longer words of @a are in @b too. */
static guint
count_common_words (const char *a,
                    const char *b)
{
  g_autofree char *lower = g_utf8_strdown (b, -1);
  g_autofree char *other = g_utf8_strdown (a, -1);
  g_auto (GStrv) words = g_strsplit_set (other, " ,.:;!?'\"()", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += strlen (words[i]) >= MIN_COMMON && strstr (lower, words[i]) != NULL ? 1 : 0;
  return n;
}

/* The text of the first-level heading that is the headline of JSON-LD, or
 * NULL: two that agree are believed before the title for social networks. */
static char *
find_agreed (const SbHtmlMetadata *self)
{
  g_autofree char *wanted = self->json_ld->headline == NULL ? NULL : dup_key (self->json_ld->headline);

  for (const GumboNode *node = self->root; wanted != NULL && node != NULL; node = _sb_html_next (node, self->root))
    {
      g_autofree char *text = _sb_html_get_tag (node) == GUMBO_TAG_H1 ? _sb_html_dup_text (node) : NULL;
      g_autofree char *key = text == NULL ? NULL : dup_key (text);

      if (key != NULL && *key != '\0' && g_str_equal (key, wanted))
        return g_steal_pointer (&text);
    }
  return NULL;
}

/* What is declared may be written for search engines; the only first-level
 * heading, when it is about the same, is what readers are shown. */
static char *
prefer_heading (const GumboNode *root,
                const char *declared)
{
  g_autofree char *heading = NULL;
  guint n = 0;

  for (const GumboNode *node = root; node != NULL; node = _sb_html_next (node, root))
    if (_sb_html_get_tag (node) == GUMBO_TAG_H1 && !_sb_html_is_hidden (node) && n++ == 0)
      heading = _sb_html_dup_text (node);
  if (n != 1 || count_words (heading) <= MIN_WORDS || strlen (heading) > MAX_TITLE ||
      count_common_words (heading, declared) < 2)
    return g_strdup (declared);
  return g_steal_pointer (&heading);
}

/* The headline of JSON-LD, or the name when that is what the page's title
 * holds: some give a description for a headline. */
static const char *
choose_headline (const SbJsonLd *json_ld,
                 const char *page_title)
{
  if (json_ld->headline == NULL)
    return json_ld->name;
  if (json_ld->name != NULL && strstr (page_title, json_ld->name) != NULL && strstr (page_title, json_ld->headline) == NULL)
    return json_ld->name;
  return json_ld->headline;
}

/* What the meta elements or JSON-LD call the page; NULL for nothing or only
 * the name of the site. */
static char *
find_declared (const SbHtmlMetadata *self,
               const char *page_title,
               const char *site)
{
  const char *given = _sb_html_metadata_get (self, title_names);
  g_autofree char *line = NULL;
  gsize n = site == NULL ? 0 : strlen (site);

  if (given == NULL || *given == '\0')
    given = choose_headline (self->json_ld, page_title);
  if (given == NULL || *given == '\0' || (site != NULL && g_ascii_strcasecmp (given, site) == 0))
    return NULL;
  line = _sb_fold_space (given);
  if (n > 0 && strlen (line) > n + 8 && g_str_has_suffix (line, site))
    return cut_site (line, site);
  return g_steal_pointer (&line);
}

char *
_sb_html_find_title (const SbHtmlMetadata *self)
{
  static const char *const site_names[] = { "og:site_name", NULL };
  const char *site = _sb_html_metadata_get (self, site_names);
  g_autofree char *page_title = find_page_title (self->root);
  g_autofree char *declared = find_declared (self, page_title, site);
  g_autofree char *title = declared == NULL ? NULL : find_agreed (self);

  if (title != NULL)
    return g_steal_pointer (&title);
  if (declared != NULL)
    return prefer_heading (self->root, declared);
  title = find_heading (self->root, page_title);
  if (title == NULL || count_words (title) < MIN_WORDS)
    {
      g_free (title);
      title = *page_title != '\0' ? cut_site (page_title, site) : NULL;
    }
  return title != NULL && *title != '\0' ? g_steal_pointer (&title) : NULL;
}
