/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-html-article-private.h"

#include "sb-edition-figure-private.h"
#include "sb-edition-walk-private.h"
#include "sb-mark-count-private.h"
#include "sb-markup-escape-private.h"
#include "sb-ordinal-private.h"
#include "sb-sheets-private.h"
#include "sb-translate.h"

typedef struct
{
  GString *out;
  SbLanguage language;
  guint edition; /* its number, from 1: it tells its places from those of others */
  double figure_width; /* points */
  guint n_figures;
  GArray *counts; /* not owned (element-type SbMarkCount) */
  const char *heading; /* (unowned) (nullable) the last one */
  const char *list_tag; /* of the list that is open */
  gboolean has_speaker; /* the quotation that is open */
  GError *error; /* (owned) (nullable) the first that happened */
} Writer;

static const SbEditionSyntax syntax;

/* "3" raised, leading to the note or the source, which leads back here. */
static void
write_mark (gpointer writer,
            guint number)
{
  Writer *self = writer;
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

/* With the endings of French ordinals raised. */
static void
append_characters (Writer *self,
                   const char *characters,
                   gsize length)
{
  const char *end = characters + length;
  const char *at = characters;

  for (const char *ending; self->language == SB_LANGUAGE_FR && (ending = _sb_ordinal_find (at, end)) != NULL; at = ending + SB_ORDINAL_LENGTH)
    {
      _sb_markup_append_text (self->out, at, ending - at);
      g_string_append_printf (self->out, "<span class=\"ordinal\">%.*s</span>", SB_ORDINAL_LENGTH, ending);
    }
  _sb_markup_append_text (self->out, at, end - at);
}

static void
write_run (gpointer writer,
           const char *characters,
           gsize length,
           gboolean is_bold,
           gboolean is_italic,
           gboolean is_label)
{
  Writer *self = writer;

  g_string_append (self->out, is_label ? "<span class=\"remark\">" : "");
  g_string_append (self->out, is_bold ? "<strong>" : "");
  g_string_append (self->out, is_italic ? "<em>" : "");
  append_characters (self, characters, length);
  g_string_append (self->out, is_italic ? "</em>" : "");
  g_string_append (self->out, is_bold ? "</strong>" : "");
  g_string_append (self->out, is_label ? "</span>" : "");
}

static void
write_text (Writer *self,
            SbRichText *text)
{
  _sb_edition_walk_text (&syntax, text, self);
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
write_logo (gpointer writer,
            SbPiece *logo)
{
  Writer *self = writer;

  g_string_append (self->out, "<p class=\"logo\">");
  write_picture (self, logo);
  g_string_append (self->out, "</p>\n");
}

static void
write_head_text (gpointer writer,
                 SbRichText *text,
                 SbRole role,
                 gboolean is_cover)
{
  write_element (writer, role == SB_ROLE_HEADLINE ? "h1" : "p", get_role_class (role), text);
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
write_heading (gpointer writer,
               SbPiece *heading)
{
  Writer *self = writer;
  guint level = CLAMP (sb_piece_get_level (heading), 1, 3) + 1;

  self->heading = sb_rich_text_get_text (sb_piece_get_text (heading));
  g_string_append_printf (self->out, "<h%u", level);
  if (sb_piece_get_anchor (heading) != NULL)
    g_string_append_printf (self->out, " id=\"e%u-%s\"", self->edition, sb_piece_get_anchor (heading));
  g_string_append_c (self->out, '>');
  write_label (self, heading);
  write_text (self, sb_piece_get_text (heading));
  g_string_append_printf (self->out, "</h%u>\n", level);
}

static void
write_paragraph (gpointer writer,
                 SbRichText *text,
                 SbRole role)
{
  write_element (writer, "p", get_role_class (role), text);
}

static void
open_level (gpointer writer,
            guint depth,
            gboolean is_skipped)
{
  Writer *self = writer;

  g_string_append_printf (self->out, "<%s>%s", self->list_tag, is_skipped ? "<li>" : "\n");
}

static void
close_level (gpointer writer,
             guint depth)
{
  Writer *self = writer;

  g_string_append_printf (self->out, "</%s>%s", self->list_tag, depth > 0 ? "</li>\n" : "\n");
}

static void
close_item (gpointer writer)
{
  Writer *self = writer;

  g_string_append (self->out, "</li>\n");
}

static void
write_item (gpointer writer,
            SbPiece *item,
            gboolean is_numbered)
{
  Writer *self = writer;

  if (is_numbered && sb_piece_get_number (item) > 0)
    g_string_append_printf (self->out, "<li value=\"%u\">", sb_piece_get_number (item));
  else
    g_string_append (self->out, "<li>");
  write_text (self, sb_piece_get_text (item));
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
write_reference (gpointer writer,
                 SbPiece *item)
{
  Writer *self = writer;
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

/* Wider than a narrow screen, it can be moved by the keyboard as well. */
static void
begin_table (Writer *self)
{
  g_string_append (self->out, "<div class=\"table\" role=\"region\" tabindex=\"0\"");
  _sb_markup_append_attribute (self->out, "aria-label", self->heading != NULL ? self->heading : sb_translate (self->language, "Table"));
  g_string_append (self->out, ">\n<table>\n");
}

static void
write_row (gpointer writer,
           SbPiece *row,
           guint number)
{
  Writer *self = writer;
  const char *tag = number == 0 ? "th" : "td";

  g_string_append (self->out, number == 0 ? "<thead>\n<tr>" : number == 1 ? "<tbody>\n<tr>"
                                                                          : "<tr>");
  for (guint i = 0; i < sb_piece_get_n_children (row); i++)
    {
      g_string_append_printf (self->out, "<%s%s>", tag, number == 0 ? " scope=\"col\"" : "");
      write_text (self, sb_piece_get_text (sb_piece_get_child (row, i)));
      g_string_append_printf (self->out, "</%s>", tag);
    }
  g_string_append (self->out, number == 0 ? "</tr>\n</thead>\n" : "</tr>\n");
}

/* What has no label goes on with what the one before says. */
static void
write_line (gpointer writer,
            SbRichText *label,
            SbRichText *text)
{
  Writer *self = writer;

  if (!sb_rich_text_is_empty (label))
    {
      g_string_append (self->out, "<dt>");
      write_text (self, label);
      g_string_append (self->out, "</dt>");
    }
  g_string_append (self->out, "<dd>");
  write_text (self, text);
  g_string_append (self->out, "</dd>\n");
}

static void
write_key_figure (gpointer writer,
                  SbPiece *figure)
{
  Writer *self = writer;

  g_string_append (self->out, "<li>");
  for (guint k = 0; k < sb_piece_get_n_children (figure); k++)
    {
      g_string_append (self->out, k == 0 ? "<strong>" : " <span>");
      write_text (self, sb_piece_get_text (sb_piece_get_child (figure, k)));
      g_string_append (self->out, k == 0 ? "</strong>" : "</span>");
    }
  g_string_append (self->out, "</li>\n");
}

/* Who said it stands outside of what was said. */
static void
write_quoted (gpointer writer,
              SbRichText *text,
              SbQuoted what)
{
  Writer *self = writer;

  self->has_speaker = what == SB_QUOTED_SPEAKER;
  g_string_append (self->out, self->has_speaker ? "</blockquote>\n" : "");
  write_element (self, self->has_speaker ? "figcaption" : "p", what == SB_QUOTED_TRANSLATION ? "translation" : NULL, text);
}

static void
write_figure (gpointer writer,
              SbPiece *figure)
{
  Writer *self = writer;
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

static void
begin_contents (gpointer writer,
                SbPiece *contents,
                SbPiece *title)
{
  Writer *self = writer;

  self->list_tag = "ol";
  g_string_append (self->out, "<nav class=\"contents\" role=\"doc-toc\"");
  _sb_markup_append_attribute (self->out, "aria-label", self->heading != NULL ? self->heading : sb_translate (self->language, "Contents"));
  g_string_append (self->out, ">\n");
}

static void
write_entry (gpointer writer,
             SbPiece *heading,
             guint level)
{
  Writer *self = writer;

  g_string_append_printf (self->out, "<li><a href=\"#e%u-%s\">", self->edition, sb_piece_get_anchor (heading));
  write_label (self, heading);
  _sb_markup_append_text (self->out, sb_rich_text_get_text (sb_piece_get_text (heading)), -1);
  g_string_append (self->out, "</a>");
}

static void
write_break (gpointer writer,
             gboolean is_bare)
{
  Writer *self = writer;

  g_string_append (self->out, "<hr class=\"page\">\n");
}

static void
write_note (gpointer writer,
            SbRichText *text,
            guint number,
            guint n_notes)
{
  Writer *self = writer;

  if (number == 1)
    {
      g_string_append_printf (self->out, "<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"e%u-notes\">\n<h2 id=\"e%u-notes\">",
                              self->edition, self->edition);
      _sb_markup_append_text (self->out, sb_translate (self->language, "Notes"), -1);
      g_string_append (self->out, "</h2>\n<ol>\n");
    }
  g_string_append_printf (self->out, "<li value=\"%u\" id=\"e%u-note-%u\">", number, self->edition, number);
  write_text (self, text);
  write_ways_back (self, number);
  g_string_append (self->out, number == n_notes ? "</li>\n</ol>\n</section>\n" : "</li>\n");
}

static void
write_foot_line (Writer *self,
                 const char *start,
                 const char *text)
{
  if (text[0] == '\0')
    return;

  g_string_append (self->out, start);
  _sb_markup_append_text (self->out, text, -1);
  g_string_append (self->out, "</p>\n");
}

static void
write_foot (gpointer writer,
            const char *line,
            const char *marking)
{
  Writer *self = writer;

  g_string_append (self->out, "<footer>\n");
  write_foot_line (self, "<p>", line);
  write_foot_line (self, "<p class=\"marking\">", marking);
  g_string_append (self->out, "</footer>\n");
}

/* What stands around what a piece holds, where that is always the same. */
static const struct
{
  const char *start;
  const char *end;
} frames[] = {
  [SB_PIECE_MASTHEAD] = { "<header class=\"edition\">\n", "</header>\n" },
  [SB_PIECE_COVER] = { "<header class=\"edition cover\">\n", "</header>\n" },
  [SB_PIECE_CARD] = { "<dl class=\"card\">\n", "</dl>\n" },
  [SB_PIECE_STRIP] = { "<ul class=\"strip\">\n", "</ul>\n" },
  [SB_PIECE_COLUMNS] = { "<div class=\"columns\">\n", "</div>\n" },
  [SB_PIECE_COLUMN] = { "<div class=\"column\">\n", "</div>\n" },
  [SB_PIECE_QUOTE] = { "<figure class=\"quote\"><blockquote>\n", NULL },
  [SB_PIECE_CONTENTS] = { NULL, "</nav>\n" },
};

static void
begin (gpointer writer,
       SbPiece *holder)
{
  Writer *self = writer;
  SbPieceKind kind = sb_piece_get_kind (holder);

  if ((guint) kind < G_N_ELEMENTS (frames) && frames[kind].start != NULL)
    g_string_append (self->out, frames[kind].start);
  if (kind == SB_PIECE_LIST || kind == SB_PIECE_REFERENCES)
    self->list_tag = _sb_edition_is_numbered (holder) ? "ol" : "ul";
  if (kind == SB_PIECE_REFERENCES)
    g_string_append_printf (self->out, "<%s class=\"sources\">\n", self->list_tag);
  if (kind == SB_PIECE_TABLE)
    begin_table (self);
  self->has_speaker = FALSE;
}

static void
end (gpointer writer,
     SbPiece *holder)
{
  Writer *self = writer;
  SbPieceKind kind = sb_piece_get_kind (holder);

  if ((guint) kind < G_N_ELEMENTS (frames) && frames[kind].end != NULL)
    g_string_append (self->out, frames[kind].end);
  if (kind == SB_PIECE_REFERENCES)
    g_string_append_printf (self->out, "</%s>\n", self->list_tag);
  if (kind == SB_PIECE_TABLE)
    g_string_append_printf (self->out, "%s</table>\n</div>\n", sb_piece_get_n_children (holder) > 1 ? "</tbody>\n" : "");
  if (kind == SB_PIECE_QUOTE)
    g_string_append (self->out, self->has_speaker ? "</figure>\n" : "</blockquote>\n</figure>\n");
}

static const SbEditionSyntax syntax = {
  .begin = begin,
  .end = end,
  .head_text = write_head_text,
  .logo = write_logo,
  .heading = write_heading,
  .paragraph = write_paragraph,
  .figure = write_figure,
  .page_break = write_break,
  .item = write_item,
  .open_level = open_level,
  .close_level = close_level,
  .close_item = close_item,
  .begin_contents = begin_contents,
  .entry = write_entry,
  .nests_entries = TRUE,
  .reference = write_reference,
  .row = write_row,
  .line = write_line,
  .key_figure = write_key_figure,
  .quoted = write_quoted,
  .note = write_note,
  .foot = write_foot,
  .run = write_run,
  .mark = write_mark,
};

gboolean
_sb_html_article_write (GString *out,
                        SbSheets *sheets,
                        guint edition,
                        guint *n_figures,
                        GError **error)
{
  SbComposition *composition = _sb_sheets_get_composition (sheets);
  g_autoptr (GArray) counts = _sb_mark_count_all (composition);
  Writer self = {
    .out = out,
    .language = sb_composition_get_language (composition),
    .edition = edition,
    .figure_width = _sb_edition_figure_get_width (composition, sb_sheets_get_paper (sheets)),
    .n_figures = *n_figures,
    .counts = counts,
  };

  g_string_append_printf (out, "<article id=\"e%u\" lang=\"%s\">\n", edition, sb_language_get_code (self.language));
  _sb_edition_walk (&syntax, composition, &self);
  g_string_append (out, "</article>\n");
  *n_figures = self.n_figures;
  if (self.error == NULL)
    return TRUE;

  g_propagate_error (error, self.error);
  return FALSE;
}
