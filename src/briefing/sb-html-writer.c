/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-html-writer.h"

#include "sb-edition-resources.h"
#include "sb-html-article-private.h"
#include "sb-markup-escape-private.h"
#include "sb-sheets-private.h"
#include "sb-translate.h"

#define STYLES_PATH "/org/example/SahelBrief/editions/edition.css"

/* Nothing is fetched and nothing is run, whatever the text says. */
#define POLICY "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

static void
append_meta (GString *out,
             const char *name,
             const char *content)
{
  if (content[0] == '\0')
    return;

  g_string_append_printf (out, "<meta name=\"%s\"", name);
  _sb_markup_append_attribute (out, "content", content);
  g_string_append (out, ">\n");
}

static void
append_head (GString *out,
             SbComposition *composition)
{
  g_autoptr (GBytes) styles = g_resource_lookup_data (sb_edition_get_resource (), STYLES_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  SbLanguage language = sb_composition_get_language (composition);

  g_string_append_printf (out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                               "<meta http-equiv=\"Content-Security-Policy\" content=\"" POLICY "\">\n"
                               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                               "<meta name=\"color-scheme\" content=\"light dark\">\n<title>",
                          sb_language_get_code (language));
  _sb_markup_append_text (out, sb_composition_get_property (composition, SB_PROPERTY_TITLE), -1);
  g_string_append (out, "</title>\n");
  append_meta (out, "author", sb_composition_get_property (composition, SB_PROPERTY_AUTHOR));
  append_meta (out, "description", sb_composition_get_property (composition, SB_PROPERTY_SUBJECT));
  append_meta (out, "keywords", sb_composition_get_property (composition, SB_PROPERTY_KEYWORDS));
  append_meta (out, "generator", "SahelBrief " SB_VERSION);
  g_string_append (out, "<style>\n");
  if (styles != NULL)
    g_string_append_len (out, g_bytes_get_data (styles, NULL), (gssize) g_bytes_get_size (styles));
  g_string_append_printf (out, "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#e1\">%s</a>\n", sb_translate (language, "Skip to the text"));
}

/* Of a file that holds several, the way to each, named in its own language. */
static void
append_languages (GString *out,
                  SbSheets *const *sheets,
                  guint n_sheets)
{
  if (n_sheets < 2)
    return;

  g_string_append (out, "<nav class=\"languages\" aria-label=\"");
  for (guint i = 0; i < n_sheets; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " · " : "", sb_translate (sb_sheets_get_language (sheets[i]), "Languages"));
  g_string_append (out, "\">\n");
  for (guint i = 0; i < n_sheets; i++)
    {
      const char *code = sb_language_get_code (sb_sheets_get_language (sheets[i]));

      g_string_append_printf (out, "%s<a href=\"#e%u\" lang=\"%s\" hreflang=\"%s\">%s</a>\n", i > 0 ? "· " : "", i + 1, code, code,
                              sb_sheets_get_language (sheets[i]) == SB_LANGUAGE_FR ? "Français" : "English");
    }
  g_string_append (out, "</nav>\n");
}

GBytes *
sb_html_render (SbSheets *const *sheets,
                guint n_sheets,
                GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint n_figures = 0;

  g_return_val_if_fail (sheets != NULL && n_sheets > 0, NULL);

  append_head (out, _sb_sheets_get_composition (sheets[0]));
  append_languages (out, sheets, n_sheets);
  g_string_append (out, "<main>\n");
  for (guint i = 0; i < n_sheets; i++)
    if (!_sb_html_article_write (out, sheets[i], i + 1, &n_figures, error))
      return NULL;
  g_string_append (out, "</main>\n</body>\n</html>\n");

  return g_string_free_to_bytes (g_steal_pointer (&out));
}
