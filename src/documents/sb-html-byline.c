/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-html-metadata.h"
#include "sb-html-role.h"

#include <string.h>

/* Longer ones are no names, in characters. */
#define MAX_BYLINE 120
/* The longest name of one person, in bytes. */
#define MAX_NAME 40

static const char *const meta_names[] = {
  "author", "article:author", "dc.creator", "dcterms.creator", "dc.creator.personalname", "parsely-author",
  "sailthru.author", "byl", "citation_author", "article:author_name", "og:article:author", "twitter:data1", NULL
};

static const char *const byline_words[] = { "byline", "bylines", "author", "authors", "auteur", "auteurs", "autor",
                                            "signature", "writtenby", "dateline", NULL };

/* What stands before names, in lower case. */
static const char *const openers[] = {
  "by ",
  "par ",
  "von ",
  "por ",
  "written by ",
  "posted by ",
  "published by ",
  "publié par ",
  "écrit par ",
  "propos recueillis par ",
  "author: ",
  "author:",
  "auteur : ",
  "auteur: ",
  "autor: ",
  "from ",
  "text: ",
  "texte : ",
  "reported by ",
  "story by ",
  "article by ",
  "di ",
  "door ",
  "a cura di ",
  "by: ",
  "by:",
  "par: ",
  "par : ",
};

/* What stands after names. */
static const char *const closers[] = {
  " | ",
  " - ",
  " – ",
  " — ",
  " · ",
  " • ",
  " published ",
  " Published ",
  " updated ",
  " Updated ",
  " posted ",
  " Posted ",
  " publié ",
  " Publié ",
  " mis à jour ",
  " Mis à jour ",
  " le ",
  " on ",
  " @",
  " (",
  " / ",
  " for ",
  " pour ",
  ", Senior",
  ", senior",
  ", Staff",
  ", staff",
  ", Editor",
  ", editor",
  ", Reporter",
  ", reporter",
  ", Correspond",
  ", correspond",
  ", Director",
  ", envoy",
  ", journaliste",
  ", Journaliste",
  ", Special",
  ", special",
  ", Chief",
  ", chief",
  ", Associate",
  ", Professor",
  ", Columnist",
  ", à ",
  " with files",
};

static const char *const false_names[] = {
  "posted",
  "posted on",
  "published",
  "by",
  "par",
  "admin",
  "administrator",
  "staff",
  "editor",
  "webmaster",
  "redaction",
  "author",
  "unknown",
  "user",
  "guest",
  "follow",
  "about",
  "contact",
  "facebook",
  "twitter",
};

static const char *
skip_opener (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
    if (g_str_has_prefix (lower, openers[i]) && strlen (text) >= strlen (openers[i]))
      return text + strlen (openers[i]);
  return text;
}

/* Cuts at what comes after the names: another line, a date, a place. */
static void
cut_after_names (char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (closers); i++)
    {
      char *found = strstr (text, closers[i]);

      /* A first word alone is no name: "Organization for …". */
      if (found != NULL && memchr (text, ' ', (gsize) (found - text)) != NULL)
        *found = '\0';
    }
  for (char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      {
        *p = '\0';
        break;
      }
  g_strchomp (text);
  while (*text != '\0' && strchr (",;:|-", text[strlen (text) - 1]) != NULL)
    {
      text[strlen (text) - 1] = '\0';
      g_strchomp (text);
    }
}

static gboolean
is_name (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  gboolean has_letter = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (false_names); i++)
    if (g_str_equal (lower, false_names[i]))
      return FALSE;
  if (strstr (lower, "http") != NULL || strstr (lower, "www.") != NULL || strchr (lower, '{') != NULL ||
      g_utf8_strlen (text, -1) > MAX_BYLINE)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    has_letter |= g_unichar_isalpha (g_utf8_get_char (p));
  return has_letter;
}

/* The names in a byline, or NULL when there are none. */
static char *
clean_byline (const char *value)
{
  g_autofree char *line = _sb_fold_space (value);
  g_autofree char *names = g_strdup (skip_opener (line));

  cut_after_names (names);
  return is_name (names) ? g_steal_pointer (&names) : NULL;
}

static gboolean
is_byline_element (const GumboNode *node)
{
  const char *rel = _sb_html_get (node, "rel");

  if (!_sb_html_is_element (node) || node->v.element.attributes.length == 0)
    return FALSE;
  return (rel != NULL && g_str_equal (rel, "author")) || _sb_html_is_called (node, byline_words);
}

/* Forms ask readers for their names, and readers have signed their comments. */
static gboolean
is_of_reader (const GumboNode *node)
{
  for (const GumboNode *n = node; n != NULL; n = n->parent)
    if (_sb_html_get_tag (n) == GUMBO_TAG_FORM || _sb_html_guess_role (n) == SB_HTML_ROLE_COMMENTS)
      return TRUE;
  return FALSE;
}

/* Within a byline the name may be marked. */
static const GumboNode *
find_name_element (const GumboNode *byline)
{
  for (const GumboNode *n = byline; n != NULL; n = _sb_html_next (n, byline))
    {
      const char *property = _sb_html_get (n, "itemprop");
      const char *rel = _sb_html_get (n, "rel");

      if ((property != NULL && g_str_equal (property, "name")) || (rel != NULL && g_str_equal (rel, "author")))
        return n;
    }
  return byline;
}

/* The first element that is called a byline and holds no more than one. */
static char *
find_in_page (const GumboNode *root)
{
  const GumboNode *n = root;

  while (n != NULL)
    {
      g_autofree char *text = NULL;
      char *names;

      if (_sb_html_is_hidden (n) && _sb_html_get_tag (n) != GUMBO_TAG_HEAD)
        {
          n = _sb_html_next_after (n, root);
          continue;
        }
      if (is_byline_element (n) && !is_of_reader (n))
        {
          text = _sb_html_dup_label (find_name_element (n), MAX_BYLINE * 2);
          if (text != NULL && *text != '\0' && g_utf8_strlen (text, -1) <= MAX_BYLINE && (names = clean_byline (text)))
            return names;
        }
      n = _sb_html_next (n, root);
    }
  return NULL;
}

/* The first link to the page of an author, of which the text is a name. */
static char *
find_linked (const GumboNode *root)
{
  static const char *const folders[] = { "/author/", "/authors/", "/auteur/", "/auteurs/", "/staff/", "/autor/", "/autores/",
                                         "/journalist/", "/journaliste/", "/profile/", "/by/", "/people/" };

  for (const GumboNode *n = root; n != NULL; n = _sb_html_next (n, root))
    {
      const char *href = _sb_html_get_tag (n) == GUMBO_TAG_A ? _sb_html_get (n, "href") : NULL;
      g_autofree char *text = NULL;

      for (guint i = 0; href != NULL && i < G_N_ELEMENTS (folders) && text == NULL; i++)
        if (strstr (href, folders[i]) != NULL)
          text = _sb_html_dup_label (n, MAX_NAME);
      if (text != NULL && strchr (text, ' ') != NULL &&
          g_unichar_isupper (g_utf8_get_char (text)) && is_name (text))
        return clean_byline (text);
    }
  return NULL;
}

/* A short line that says who wrote: "By Jane Smith". */
static char *
read_spoken (const char *text)
{
  static const char *const marks[] = { "Auteur : ", "Auteur: ", "Author: ", "By ", "BY ", "Par ", "PAR ", "Posted by ", "Written by ", "Publié par ", "Von ", "Por " };
  const char *name;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (!g_str_has_prefix (text, marks[i]))
        continue;
      name = text + strlen (marks[i]);
      return g_unichar_isupper (g_utf8_get_char (name)) && !g_str_has_suffix (text, ".") ? clean_byline (name) : NULL;
    }
  return NULL;
}

static char *
find_spoken (const GumboNode *root)
{
  char *byline = NULL;

  for (const GumboNode *n = root; n != NULL && byline == NULL; n = _sb_html_next (n, root))
    {
      g_autofree char *text = NULL;

      if (n->type != GUMBO_NODE_TEXT || strlen (n->v.text.text) > MAX_BYLINE)
        continue;
      text = _sb_fold_space (n->v.text.text);
      byline = read_spoken (text);
    }
  return byline;
}

/* TRUE for an agency or the site itself, which is named where the page may
 * name a person too. */
static gboolean
is_house (const SbHtmlMetadata *self,
          const char *byline)
{
  static const char *const agencies[] = { "AFP", "Reuters", "AP", "Associated Press", "EFE", "dpa", "Belga", "Xinhua",
                                          "Agence France-Presse", "La rédaction", "Rédaction", "La Rédaction",
                                          "Redacción", NULL };
  static const char *const names[] = { "og:site_name", "application-name", "twitter:site", NULL };
  static const char *const publisher_names[] = { "publisher", "dc.publisher", "dcterms.publisher", NULL };
  const char *site = _sb_html_metadata_get (self, names);
  const char *publisher = _sb_html_metadata_get (self, publisher_names);

  if (g_strv_contains (agencies, byline) || (site != NULL && g_ascii_strcasecmp (site, byline) == 0) ||
      (publisher != NULL && g_str_has_prefix (publisher, byline)))
    return TRUE;
  return self->json_ld->site != NULL && g_ascii_strcasecmp (self->json_ld->site, byline) == 0;
}

static char *
find_declared (const SbHtmlMetadata *self)
{
  char *byline = NULL;

  if (self->json_ld->author != NULL && is_name (self->json_ld->author))
    return g_strdup (self->json_ld->author);
  for (guint i = 0; meta_names[i] != NULL && byline == NULL; i++)
    {
      const char *const one[] = { meta_names[i], NULL };
      const char *value = _sb_html_metadata_get (self, one);

      if (value != NULL)
        byline = clean_byline (value);
    }
  return byline;
}

char *
_sb_html_find_byline (const SbHtmlMetadata *self)
{
  g_autofree char *declared = find_declared (self);
  char *byline = NULL;

  if (declared != NULL && !is_house (self, declared))
    return g_steal_pointer (&declared);
  byline = find_in_page (self->root);
  if (byline == NULL)
    byline = find_spoken (self->root);
  if (byline == NULL)
    byline = find_linked (self->root);
  return byline != NULL ? byline : g_steal_pointer (&declared);
}
