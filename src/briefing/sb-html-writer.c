/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-html-writer.h"

#include "sb-edition-figure-private.h"
#include "sb-edition-resources.h"
#include "sb-mark-count-private.h"
#include "sb-markup-escape-private.h"
#include "sb-quotation-private.h"
#include "sb-rich-text-spans-private.h"
#include "sb-sheets-private.h"
#include "sb-translate.h"

#include <string.h>

#define STYLES_PATH "/org/example/SahelBrief/editions/edition.css"

/* Nothing is fetched and nothing is run, whatever the text says. */
#define POLICY "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

typedef struct
{
  GString *out;
  SbComposition *composition; /* not owned */
  SbLanguage language;
  guint edition; /* its number, from 1: it tells its places from those of others */
  double figure_width; /* points */
  guint n_figures;
  GArray *counts; /* (owned) (element-type SbMarkCount) */
  const char *heading; /* (unowned) (nullable) the last one */
  GError *error; /* (owned) (nullable) the first that happened */
} Writer;

static void write_piece (Writer *self,
                         SbPiece *piece);

/* "3" raised, leading to the note or the source, which leads back here. */
static void
write_mark (Writer *self,
            guint number)
{
  SbMarkCount *count = &g_array_index (self->counts, SbMarkCount, number);
  g_autofree char *label = g_strdup_printf (sb_translate (self->language, "Note %u"), number);

  count->n_written++;
  if (!count->has_target)
    {
      g_string_append_printf (self->out, "<sup>%u</sup>", number);
      return;
    }
  g_string_append_printf (self->out, "<sup><a id=\"e%u-mark-%u-%u\" href=\"#e%u-note-%u\" role=\"doc-noteref\"",
                          self->edition, number, count->n_written, self->edition, number);
  _sb_markup_append_attribute (self->out, "aria-label", label);
  g_string_append_printf (self->out, ">%u</a></sup>", number);
}

static void
write_text (Writer *self,
            SbRichText *text)
{
  g_autoptr (GArray) spans = _sb_rich_text_list_spans (text);

  for (guint i = 0; i < spans->len; i++)
    {
      const SbSpan *span = &g_array_index (spans, SbSpan, i);

      if (span->note > 0)
        {
          write_mark (self, span->note);
          continue;
        }
      g_string_append (self->out, span->is_label ? "<span class=\"remark\">" : "");
      g_string_append (self->out, span->is_bold ? "<strong>" : "");
      g_string_append (self->out, span->is_italic ? "<em>" : "");
      _sb_markup_append_text (self->out, sb_rich_text_get_text (text) + span->start, span->end - span->start);
      g_string_append (self->out, span->is_italic ? "</em>" : "");
      g_string_append (self->out, span->is_bold ? "</strong>" : "");
      g_string_append (self->out, span->is_label ? "</span>" : "");
    }
}

static void
write_element (Writer *self,
               const char *tag,
               const char *class,
               SbRichText *text)
{
  if (sb_rich_text_is_empty (text))
    return;

  g_string_append_printf (self->out, "<%s", tag);
  _sb_markup_append_attribute (self->out, "class", class);
  g_string_append_c (self->out, '>');
  write_text (self, text);
  g_string_append_printf (self->out, "</%s>\n", tag);
}

static const char *
get_role_class (SbRole role)
{
  static const char *const classes[] = {
    [SB_ROLE_NONE] = NULL,
    [SB_ROLE_TAG] = "tag",
    [SB_ROLE_HEADLINE] = "headline",
    [SB_ROLE_DATE] = "date",
    [SB_ROLE_PRODUCT] = "product",
    [SB_ROLE_LINE] = "line",
    [SB_ROLE_IMPRINT] = "imprint",
    [SB_ROLE_MARKING] = "marking",
    [SB_ROLE_SERIES] = "series",
    [SB_ROLE_LABEL] = "label",
    [SB_ROLE_SUBTITLE] = "subtitle",
    [SB_ROLE_BYLINE] = "byline",
    [SB_ROLE_LEAD] = "lead",
  };

  return (guint) role < G_N_ELEMENTS (classes) ? classes[role] : NULL;
}

/* The picture itself, as large as it is or as wide as the page. */
static void
write_picture (Writer *self,
               SbPiece *figure)
{
  double natural_width = sb_piece_get_natural_width (figure);
  double width = natural_width > 0 ? natural_width : self->figure_width;
  g_autofree char *prefix = g_strdup_printf ("p%u-", ++self->n_figures);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *inside = NULL;

  if (self->error != NULL)
    return;
  if (!(bytes = _sb_edition_figure_render (figure, width, SB_MAP_SHEET_SVG, &self->error)))
    return;

  inside = _sb_edition_figure_dup_inside (bytes, prefix);
  g_string_append_printf (self->out, "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 %d %d\" role=\"img\"",
                          (int) width, (int) sb_piece_get_height (figure));
  if (natural_width > 0)
    g_string_append_printf (self->out, " width=\"%dpt\" height=\"%dpt\"", (int) width, (int) sb_piece_get_height (figure));
  _sb_markup_append_attribute (self->out, "aria-label", sb_piece_get_alternative (figure));
  g_string_append_printf (self->out, ">%s</svg>\n", inside);
}

static void
write_logo (Writer *self,
            SbPiece *logo)
{
  g_string_append (self->out, "<p class=\"logo\">");
  write_picture (self, logo);
  g_string_append (self->out, "</p>\n");
}

static void
write_head_of_edition (Writer *self,
                       SbPiece *holder)
{
  gboolean is_cover = sb_piece_get_kind (holder) == SB_PIECE_COVER;

  g_string_append_printf (self->out, "<header class=\"edition%s\">\n", is_cover ? " cover" : "");
  for (guint i = 0; i < sb_piece_get_n_children (holder); i++)
    {
      SbPiece *child = sb_piece_get_child (holder, i);
      SbRole role = sb_piece_get_role (child);

      if (sb_piece_get_kind (child) == SB_PIECE_FIGURE)
        write_logo (self, child);
      write_element (self, role == SB_ROLE_HEADLINE ? "h1" : "p", get_role_class (role), sb_piece_get_text (child));
    }
  g_string_append (self->out, "</header>\n");
}

static void
write_label (Writer *self,
             SbPiece *heading)
{
  const char *label = sb_piece_get_label (heading);

  if (label == NULL)
    return;
  _sb_markup_append_text (self->out, label, -1);
  g_string_append_printf (self->out, "%s\302\240", sb_piece_get_level (heading) == 1 ? "." : "");
}

static void
write_heading (Writer *self,
               SbPiece *heading)
{
  guint level = CLAMP (sb_piece_get_level (heading), 1, 3) + 1;

  if (sb_rich_text_is_empty (sb_piece_get_text (heading)))
    return;

  self->heading = sb_rich_text_get_text (sb_piece_get_text (heading));
  g_string_append_printf (self->out, "<h%u", level);
  if (sb_piece_get_anchor (heading) != NULL)
    g_string_append_printf (self->out, " id=\"e%u-%s\"", self->edition, sb_piece_get_anchor (heading));
  g_string_append_c (self->out, '>');
  write_label (self, heading);
  write_text (self, sb_piece_get_text (heading));
  g_string_append_printf (self->out, "</h%u>\n", level);
}

/* Closes and opens lists until the next item is one of @level; 0 closes all. */
static void
move_to_level (Writer *self,
               const char *tag,
               guint *depth,
               guint level)
{
  if (*depth > 0 && *depth >= level)
    g_string_append (self->out, "</li>\n");
  for (; *depth > level; (*depth)--)
    g_string_append_printf (self->out, "</%s>%s", tag, *depth > 1 ? "</li>\n" : "\n");
  for (; *depth < level; (*depth)++)
    g_string_append_printf (self->out, "<%s>%s", tag, *depth + 1 < level ? "<li>" : "\n");
}

static void
write_list (Writer *self,
            SbPiece *list)
{
  gboolean is_numbered = sb_piece_get_n_children (list) > 0 && sb_piece_get_number (sb_piece_get_child (list, 0)) > 0;
  const char *tag = is_numbered ? "ol" : "ul";
  guint depth = 0;

  for (guint i = 0; i < sb_piece_get_n_children (list); i++)
    {
      SbPiece *item = sb_piece_get_child (list, i);

      move_to_level (self, tag, &depth, MAX (sb_piece_get_level (item), 1));
      if (is_numbered && sb_piece_get_number (item) > 0)
        g_string_append_printf (self->out, "<li value=\"%u\">", sb_piece_get_number (item));
      else
        g_string_append (self->out, "<li>");
      write_text (self, sb_piece_get_text (item));
    }
  move_to_level (self, tag, &depth, 0);
}

/* A way back to each place that calls note @number. */
static void
write_ways_back (Writer *self,
                 guint number)
{
  guint n_marks = number < self->counts->len ? g_array_index (self->counts, SbMarkCount, number).n_marks : 0;

  for (guint i = 1; i <= n_marks; i++)
    {
      g_autofree char *label = g_strdup_printf (sb_translate (self->language, "Back to the text, mark %u of note %u"), i, number);

      g_string_append_printf (self->out, " <a class=\"back\" href=\"#e%u-mark-%u-%u\" role=\"doc-backlink\"", self->edition, number, i);
      _sb_markup_append_attribute (self->out, "aria-label", label);
      g_string_append (self->out, ">↩</a>");
    }
}

static void
write_reference (Writer *self,
                 SbPiece *item)
{
  guint number = sb_piece_get_number (item);
  gboolean is_link = _sb_markup_is_safe_address (sb_piece_get_uri (item));

  if (number > 0)
    g_string_append_printf (self->out, "<li value=\"%u\" id=\"e%u-note-%u\">", number, self->edition, number);
  else
    g_string_append (self->out, "<li>");
  if (is_link)
    {
      g_string_append (self->out, "<a rel=\"noreferrer noopener\"");
      _sb_markup_append_attribute (self->out, "href", sb_piece_get_uri (item));
      g_string_append_c (self->out, '>');
    }
  write_text (self, sb_piece_get_text (item));
  g_string_append (self->out, is_link ? "</a>" : "");
  if (number > 0)
    write_ways_back (self, number);
  g_string_append (self->out, "</li>\n");
}

static void
write_references (Writer *self,
                  SbPiece *references)
{
  guint n_items = sb_piece_get_n_children (references);
  const char *tag = n_items > 0 && sb_piece_get_number (sb_piece_get_child (references, 0)) > 0 ? "ol" : "ul";

  if (n_items == 0)
    return;

  g_string_append_printf (self->out, "<%s class=\"sources\">\n", tag);
  for (guint i = 0; i < n_items; i++)
    write_reference (self, sb_piece_get_child (references, i));
  g_string_append_printf (self->out, "</%s>\n", tag);
}

static void
write_row (Writer *self,
           SbPiece *row,
           gboolean is_head)
{
  const char *tag = is_head ? "th" : "td";

  g_string_append (self->out, "<tr>");
  for (guint i = 0; i < sb_piece_get_n_children (row); i++)
    {
      g_string_append_printf (self->out, "<%s%s>", tag, is_head ? " scope=\"col\"" : "");
      write_text (self, sb_piece_get_text (sb_piece_get_child (row, i)));
      g_string_append_printf (self->out, "</%s>", tag);
    }
  g_string_append (self->out, "</tr>\n");
}

/* Wider than a narrow screen, it can be moved by the keyboard as well. */
static void
write_table (Writer *self,
             SbPiece *table)
{
  guint n_rows = sb_piece_get_n_children (table);

  g_string_append (self->out, "<div class=\"table\" role=\"region\" tabindex=\"0\"");
  _sb_markup_append_attribute (self->out, "aria-label", self->heading != NULL ? self->heading : sb_translate (self->language, "Table"));
  g_string_append (self->out, ">\n<table>\n");
  for (guint i = 0; i < n_rows; i++)
    {
      if (i == 0)
        g_string_append (self->out, "<thead>\n");
      if (i == 1)
        g_string_append (self->out, "<tbody>\n");
      write_row (self, sb_piece_get_child (table, i), i == 0);
      if (i == 0)
        g_string_append (self->out, "</thead>\n");
    }
  g_string_append_printf (self->out, "%s</table>\n</div>\n", n_rows > 1 ? "</tbody>\n" : "");
}

static void
write_card (Writer *self,
            SbPiece *card)
{
  g_string_append (self->out, "<dl class=\"card\">\n");
  for (guint i = 0; i < sb_piece_get_n_children (card); i++)
    {
      SbPiece *row = sb_piece_get_child (card, i);

      for (guint k = 0; k < sb_piece_get_n_children (row); k++)
        {
          /* What has no label goes on with what the one before says. */
          if (k == 0 && sb_rich_text_is_empty (sb_piece_get_text (sb_piece_get_child (row, k))))
            continue;
          g_string_append (self->out, k == 0 ? "<dt>" : "<dd>");
          write_text (self, sb_piece_get_text (sb_piece_get_child (row, k)));
          g_string_append (self->out, k == 0 ? "</dt>" : "</dd>\n");
        }
    }
  g_string_append (self->out, "</dl>\n");
}

static void
write_strip (Writer *self,
             SbPiece *strip)
{
  g_string_append (self->out, "<ul class=\"strip\">\n");
  for (guint i = 0; i < sb_piece_get_n_children (strip); i++)
    {
      SbPiece *figure = sb_piece_get_child (strip, i);

      g_string_append (self->out, "<li>");
      for (guint k = 0; k < sb_piece_get_n_children (figure); k++)
        {
          g_string_append (self->out, k == 0 ? "<strong>" : " <span>");
          write_text (self, sb_piece_get_text (sb_piece_get_child (figure, k)));
          g_string_append (self->out, k == 0 ? "</strong>" : "</span>");
        }
      g_string_append (self->out, "</li>\n");
    }
  g_string_append (self->out, "</ul>\n");
}

static void
write_quote (Writer *self,
             SbPiece *quote)
{
  gboolean has_speaker = FALSE;

  g_string_append (self->out, "<figure class=\"quote\"><blockquote>\n");
  for (guint i = 0; i < sb_piece_get_n_children (quote); i++)
    {
      SbPiece *text = sb_piece_get_child (quote, i);

      has_speaker = _sb_quotation_is_speaker (quote, i);
      g_string_append (self->out, has_speaker ? "</blockquote>\n" : "");
      write_element (self, has_speaker ? "figcaption" : "p", sb_piece_get_role (text) == SB_ROLE_TRANSLATION ? "translation" : NULL, sb_piece_get_text (text));
    }
  g_string_append (self->out, has_speaker ? "</figure>\n" : "</blockquote>\n</figure>\n");
}

static void
write_figure (Writer *self,
              SbPiece *figure)
{
  const char *alternative = sb_piece_get_alternative (figure);

  g_string_append (self->out, "<figure class=\"picture\">\n");
  write_element (self, "figcaption", NULL, sb_piece_get_text (figure));
  write_picture (self, figure);
  if (alternative != NULL && alternative[0] != '\0')
    {
      g_string_append (self->out, "<details><summary>");
      _sb_markup_append_text (self->out, sb_translate (self->language, "What the picture shows"), -1);
      g_string_append (self->out, "</summary><p>");
      _sb_markup_append_text (self->out, alternative, -1);
      g_string_append (self->out, "</p></details>\n");
    }
  g_string_append (self->out, "</figure>\n");
}

/* The headings behind the contents. */
static void
write_contents (Writer *self,
                SbPiece *contents)
{
  gboolean is_behind = FALSE;
  guint depth = 0;

  g_string_append (self->out, "<nav class=\"contents\" role=\"doc-toc\"");
  _sb_markup_append_attribute (self->out, "aria-label", self->heading != NULL ? self->heading : sb_translate (self->language, "Contents"));
  g_string_append (self->out, ">\n");
  for (guint i = 0; i < sb_composition_get_n_pieces (self->composition); i++)
    {
      SbPiece *piece = sb_composition_get_piece (self->composition, i);

      if (is_behind && sb_piece_get_kind (piece) == SB_PIECE_HEADING && sb_piece_get_anchor (piece) != NULL &&
          sb_piece_get_level (piece) <= sb_piece_get_level (contents))
        {
          move_to_level (self, "ol", &depth, MAX (sb_piece_get_level (piece), 1));
          g_string_append_printf (self->out, "<li><a href=\"#e%u-%s\">", self->edition, sb_piece_get_anchor (piece));
          write_label (self, piece);
          _sb_markup_append_text (self->out, sb_rich_text_get_text (sb_piece_get_text (piece)), -1);
          g_string_append (self->out, "</a>");
        }
      is_behind = is_behind || piece == contents;
    }
  move_to_level (self, "ol", &depth, 0);
  g_string_append (self->out, "</nav>\n");
}

static void
write_division (Writer *self,
                SbPiece *holder,
                const char *class)
{
  g_string_append_printf (self->out, "<div class=\"%s\">\n", class);
  for (guint i = 0; i < sb_piece_get_n_children (holder); i++)
    write_piece (self, sb_piece_get_child (holder, i));
  g_string_append (self->out, "</div>\n");
}

static void
write_piece (Writer *self,
             SbPiece *piece)
{
  switch (sb_piece_get_kind (piece))
    {
    case SB_PIECE_MASTHEAD:
    case SB_PIECE_COVER:
      write_head_of_edition (self, piece);
      break;
    case SB_PIECE_HEADING:
      write_heading (self, piece);
      break;
    case SB_PIECE_PARAGRAPH:
      write_element (self, "p", get_role_class (sb_piece_get_role (piece)), sb_piece_get_text (piece));
      break;
    case SB_PIECE_LIST:
      write_list (self, piece);
      break;
    case SB_PIECE_REFERENCES:
      write_references (self, piece);
      break;
    case SB_PIECE_TABLE:
      write_table (self, piece);
      break;
    case SB_PIECE_STRIP:
      write_strip (self, piece);
      break;
    case SB_PIECE_CARD:
      write_card (self, piece);
      break;
    case SB_PIECE_QUOTE:
      write_quote (self, piece);
      break;
    case SB_PIECE_FIGURE:
      write_figure (self, piece);
      break;
    case SB_PIECE_CONTENTS:
      write_contents (self, piece);
      break;
    case SB_PIECE_COLUMNS:
      write_division (self, piece, "columns");
      break;
    case SB_PIECE_COLUMN:
      write_division (self, piece, "column");
      break;
    case SB_PIECE_BREAK:
      g_string_append (self->out, "<hr class=\"page\">\n");
      break;
    case SB_PIECE_ITEM:
    case SB_PIECE_ROW:
    case SB_PIECE_CELL:
    case SB_PIECE_KEY_FIGURE:
    default:
      /* Only inside the piece that holds them. */
      break;
    }
}

static void
write_notes (Writer *self)
{
  guint n_notes = sb_composition_get_n_notes (self->composition);

  if (n_notes == 0)
    return;

  g_string_append_printf (self->out, "<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"e%u-notes\">\n<h2 id=\"e%u-notes\">",
                          self->edition, self->edition);
  _sb_markup_append_text (self->out, sb_translate (self->language, "Notes"), -1);
  g_string_append (self->out, "</h2>\n<ol>\n");
  for (guint i = 1; i <= n_notes; i++)
    {
      g_string_append_printf (self->out, "<li value=\"%u\" id=\"e%u-note-%u\">", i, self->edition, i);
      write_text (self, sb_composition_get_note (self->composition, i, FALSE));
      write_ways_back (self, i);
      g_string_append (self->out, "</li>\n");
    }
  g_string_append (self->out, "</ol>\n</section>\n");
}

static void
write_foot (Writer *self)
{
  static const SbProperty properties[] = { SB_PROPERTY_FOOT, SB_PROPERTY_MARKING };

  g_string_append (self->out, "<footer>\n");
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      const char *text = sb_composition_get_property (self->composition, properties[i]);

      if (text[0] == '\0')
        continue;
      g_string_append (self->out, properties[i] == SB_PROPERTY_MARKING ? "<p class=\"marking\">" : "<p>");
      _sb_markup_append_text (self->out, text, -1);
      g_string_append (self->out, "</p>\n");
    }
  g_string_append (self->out, "</footer>\n");
}

static void
write_article (Writer *self)
{
  g_string_append_printf (self->out, "<article id=\"e%u\" lang=\"%s\">\n", self->edition, sb_language_get_code (self->language));
  for (guint i = 0; i < sb_composition_get_n_pieces (self->composition); i++)
    write_piece (self, sb_composition_get_piece (self->composition, i));
  write_notes (self);
  write_foot (self);
  g_string_append (self->out, "</article>\n");
}

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
    {
      SbComposition *composition = _sb_sheets_get_composition (sheets[i]);
      Writer writer = {
        .out = out,
        .composition = composition,
        .language = sb_composition_get_language (composition),
        .edition = i + 1,
        .figure_width = _sb_edition_figure_get_width (composition, sb_sheets_get_paper (sheets[i])),
        .n_figures = n_figures,
        .counts = _sb_mark_count_all (composition),
      };

      write_article (&writer);
      n_figures = writer.n_figures;
      g_array_unref (writer.counts);
      if (writer.error != NULL)
        {
          g_propagate_error (error, writer.error);
          return NULL;
        }
    }
  g_string_append (out, "</main>\n</body>\n</html>\n");

  return g_string_free_to_bytes (g_steal_pointer (&out));
}
