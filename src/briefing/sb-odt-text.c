/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-odt-text-private.h"

#include "sb-mark-count-private.h"
#include "sb-markup-escape-private.h"
#include "sb-ordinal-private.h"
#include "sb-rich-text-spans-private.h"

#include <string.h>

#define SOFT_HYPHEN 0xad
#define WORD_JOINER 0x2060

char *
_sb_odt_text_take_break (SbOdtText *self,
                         const char **property)
{
  g_autofree char *page = g_steal_pointer (&self->page);
  gboolean breaks = self->breaks_page;

  self->breaks_page = FALSE;
  *property = page == NULL && breaks ? " fo:break-before=\"page\"" : "";
  if (page == NULL)
    return g_strdup ("");

  return g_strdup_printf (" style:master-page-name=\"%s\"", page);
}

/* A style as it is, or one made from it for the language or for a new page. */
static const char *
find_style (SbOdtText *self,
            const char *parent)
{
  const char *property;
  g_autofree char *page = _sb_odt_text_take_break (self, &property);
  gboolean is_foreign = self->language != self->default_language;
  g_autofree char *key = g_strdup_printf ("%s|%s|%s|%d", parent, page, property, is_foreign ? (int) self->language : -1);
  char *name = g_hash_table_lookup (self->style_names, key);

  if (name == NULL && !is_foreign && page[0] == '\0' && property[0] == '\0')
    name = g_strdup (parent);
  else if (name == NULL)
    {
      name = g_strdup_printf ("P%u", ++self->n_styles);
      g_string_append_printf (self->styles, "<style:style style:name=\"%s\" style:family=\"paragraph\" style:parent-style-name=\"%s\"%s>", name, parent, page);
      if (property[0] != '\0')
        g_string_append_printf (self->styles, "<style:paragraph-properties%s/>", property);
      if (is_foreign)
        g_string_append_printf (self->styles, "<style:text-properties fo:language=\"%s\" fo:country=\"%s\"/>", sb_language_get_code (self->language), _sb_odt_get_country (self->language));
      g_string_append (self->styles, "</style:style>\n");
    }
  else
    return name;

  g_hash_table_insert (self->style_names, g_steal_pointer (&key), name);
  return name;
}

void
_sb_odt_text_open (SbOdtText *self,
                   const char *tag,
                   const char *style,
                   const char *attributes)
{
  g_string_append_printf (self->out, "<%s text:style-name=\"%s\"%s>", tag, find_style (self, style), attributes);
}

void
_sb_odt_text_open_paragraph (SbOdtText *self,
                             const char *style)
{
  _sb_odt_text_open (self, "text:p", style, "");
}

void
_sb_odt_text_close (SbOdtText *self,
                    const char *tag)
{
  g_string_append_printf (self->out, "</%s>\n", tag);
}

void
_sb_odt_text_add_characters (SbOdtText *self,
                             const char *text,
                             gsize length)
{
  const char *at = text;
  const char *end = text + length;

  while (at < end)
    {
      const char *next = g_utf8_next_char (at);
      gunichar c = g_utf8_get_char (at);

      if (c == '\n')
        g_string_append (self->out, "<text:line-break/>");
      else if (c == '\t')
        g_string_append (self->out, "<text:tab/>");
      else if (c == ' ' && next < end && *next == ' ')
        g_string_append (self->out, "<text:s/>");
      else if (c != SOFT_HYPHEN && c != WORD_JOINER)
        _sb_markup_append_text (self->out, at, next - at);
      at = next;
    }
}

/* With the endings of French ordinals raised. */
static void
add_run (SbOdtText *self,
         const char *text,
         gsize length)
{
  const char *end = text + length;
  const char *at = text;

  for (const char *ending; self->language == SB_LANGUAGE_FR && (ending = _sb_ordinal_find (at, end)) != NULL; at = ending + SB_ORDINAL_LENGTH)
    {
      _sb_odt_text_add_characters (self, at, (gsize) (ending - at));
      g_string_append_printf (self->out, "<text:span text:style-name=\"Ordinal\">%.*s</text:span>", SB_ORDINAL_LENGTH, ending);
    }
  _sb_odt_text_add_characters (self, at, (gsize) (end - at));
}

/* The first mark of a note has it with it, others refer to it. */
static void
add_note (SbOdtText *self,
          guint number)
{
  SbMarkCount *count = &g_array_index (self->counts, SbMarkCount, number);
  gboolean is_first = count->n_written++ == 0;

  if (!is_first)
    {
      g_string_append_printf (self->out, "<text:span text:style-name=\"Footnote_20_anchor\"><text:note-ref text:note-class=\"footnote\" text:reference-format=\"text\" text:ref-name=\"e%u-note-%u\">%u</text:note-ref></text:span>",
                              self->edition + 1, number, number);
      return;
    }

  g_string_append_printf (self->out, "<text:note text:id=\"e%u-note-%u\" text:note-class=\"footnote\"><text:note-citation>%u</text:note-citation><text:note-body>",
                          self->edition + 1, number, number);
  _sb_odt_text_open_paragraph (self, "Footnote");
  _sb_odt_text_add_runs (self, sb_composition_get_note (self->composition, number, FALSE));
  g_string_append (self->out, "</text:p></text:note-body></text:note>");
}

static void
add_mark (SbOdtText *self,
          guint number)
{
  if (number <= sb_composition_get_n_notes (self->composition))
    {
      add_note (self, number);
      return;
    }

  g_string_append (self->out, "<text:span text:style-name=\"Source_20_mark\">");
  if (g_array_index (self->counts, SbMarkCount, number).has_target)
    g_string_append_printf (self->out, "<text:a xlink:type=\"simple\" xlink:href=\"#e%u-source-%u\" text:style-name=\"Source_20_link\" text:visited-style-name=\"Source_20_link\">%u</text:a>",
                            self->edition + 1, number, number);
  else
    g_string_append_printf (self->out, "%u", number);
  g_string_append (self->out, "</text:span>");
}

void
_sb_odt_text_add_runs (SbOdtText *self,
                       SbRichText *text)
{
  g_autoptr (GArray) spans = _sb_rich_text_list_spans (text);

  for (guint i = 0; i < spans->len; i++)
    {
      const SbSpan *span = &g_array_index (spans, SbSpan, i);
      const char *const styles[] = {
        span->is_label ? "Remark" : NULL,
        span->is_bold ? "Strong_20_Emphasis" : NULL,
        span->is_italic ? "Emphasis" : NULL,
      };

      if (span->note > 0)
        {
          add_mark (self, span->note);
          continue;
        }
      for (guint k = 0; k < G_N_ELEMENTS (styles); k++)
        if (styles[k] != NULL)
          g_string_append_printf (self->out, "<text:span text:style-name=\"%s\">", styles[k]);
      add_run (self, sb_rich_text_get_text (text) + span->start, span->end - span->start);
      for (guint k = 0; k < G_N_ELEMENTS (styles); k++)
        g_string_append (self->out, styles[k] != NULL ? "</text:span>" : "");
    }
}

void
_sb_odt_text_add_paragraph (SbOdtText *self,
                            const char *style,
                            SbRichText *text)
{
  if (sb_rich_text_is_empty (text))
    return;

  _sb_odt_text_open_paragraph (self, style);
  _sb_odt_text_add_runs (self, text);
  _sb_odt_text_close (self, "text:p");
}
