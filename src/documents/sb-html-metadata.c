/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-html-metadata.h"

#include <string.h>

/* No lead is longer, in characters. */
#define MAX_LEAD 1000

static const char *const site_names[] = { "og:site_name", "application-name", "apple-mobile-web-app-title", NULL };
static const char *const lead_names[] = { "og:description", "description", "twitter:description", "dc.description",
                                          "dcterms.abstract", NULL };
static const char *const language_names[] = { "content-language", "og:locale", "dc.language", "language",
                                              "dcterms.language", NULL };

static void
add_meta (GHashTable *metas,
          const GumboNode *node)
{
  static const char *const keys[] = { "property", "name", "itemprop", "http-equiv" };
  const char *content = _sb_html_get (node, "content");

  for (guint i = 0; i < G_N_ELEMENTS (keys) && content != NULL && *content != '\0'; i++)
    {
      const char *name = _sb_html_get (node, keys[i]);
      g_autofree char *lower = name == NULL ? NULL : g_ascii_strdown (name, -1);

      if (lower != NULL && !g_hash_table_contains (metas, lower))
        g_hash_table_insert (metas, g_steal_pointer (&lower), g_strdup (content));
    }
}

SbHtmlMetadata *
_sb_html_metadata_new (const GumboNode *root,
                       const char *url)
{
  SbHtmlMetadata *self = g_new0 (SbHtmlMetadata, 1);

  self->root = root;
  self->url = url;
  self->json_ld = _sb_json_ld_read (root);
  self->metas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (const GumboNode *n = root; n != NULL; n = _sb_html_next (n, root))
    if (_sb_html_get_tag (n) == GUMBO_TAG_META)
      add_meta (self->metas, n);
  return self;
}

void
_sb_html_metadata_free (SbHtmlMetadata *self)
{
  g_hash_table_unref (self->metas);
  _sb_json_ld_free (self->json_ld);
  g_free (self);
}

const char *
_sb_html_metadata_get (const SbHtmlMetadata *self,
                       const char *const *names)
{
  const char *value = NULL;

  for (guint i = 0; names[i] != NULL && value == NULL; i++)
    value = g_hash_table_lookup (self->metas, names[i]);
  return value;
}

/* A language tag in the form of BCP 47: "fr_FR" is "fr-FR"; NULL for what is
 * none. */
static char *
dup_tag (const char *value)
{
  g_autofree char *tag = NULL;
  gsize n;

  if (value == NULL)
    return NULL;
  value += strspn (value, " ");
  n = strspn (value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
  tag = g_strdelimit (g_strndup (value, n), "_", '-');
  n = strcspn (tag, "-");
  return n >= 2 && n <= 3 ? g_steal_pointer (&tag) : NULL;
}

char *
_sb_html_metadata_find_language (const SbHtmlMetadata *self)
{
  char *tag = dup_tag (_sb_html_get (self->root, "lang"));

  if (tag == NULL)
    tag = dup_tag (_sb_html_get (self->root, "xml:lang"));
  if (tag == NULL)
    tag = dup_tag (_sb_html_metadata_get (self, language_names));
  return tag != NULL ? tag : dup_tag (self->json_ld->language);
}

/* White space folded, cut to @max characters; NULL for nothing. */
static char *
dup_line (const char *value,
          long max)
{
  g_autofree char *line = value == NULL ? NULL : _sb_fold_space (value);

  if (line == NULL || *line == '\0')
    return NULL;
  return g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), max));
}

void
_sb_html_metadata_describe (const SbHtmlMetadata *self,
                            SbExtraction *extraction)
{
  const char *site = _sb_html_metadata_get (self, site_names);
  const char *lead = _sb_html_metadata_get (self, lead_names);

  extraction->title = _sb_html_find_title (self);
  extraction->byline = _sb_html_find_byline (self);
  extraction->date = _sb_html_find_date (self);
  extraction->language = _sb_html_metadata_find_language (self);
  extraction->site = dup_line (site != NULL ? site : self->json_ld->site, MAX_LEAD);
  extraction->lead = dup_line (lead != NULL ? lead : self->json_ld->lead, MAX_LEAD);
}
