/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-odt-body-private.h"

#include "sb-edition-figure-private.h"
#include "sb-edition-walk-private.h"
#include "sb-mark-count-private.h"
#include "sb-markup-escape-private.h"
#include "sb-sheets-private.h"

#include <string.h>

#define CARD_LABEL_SHARE 0.27
#define COLUMN_GUTTER    12 /* points */

typedef struct
{
  SbOdtText *text; /* not owned */
  SbOdtPackage *package; /* not owned */
  SbSheets *sheets; /* not owned */
  double width; /* of the text, in points */
  double column_width; /* while columns are written, that of the page around them */
  double *shares; /* (owned) (nullable) of the table, the strip or the columns that are written */
  guint n_columns; /* the same */
  SbPiece *columns; /* not owned; what stands side by side */
  guint column; /* the next of them */
  const char *list_style; /* of the list that is written */
  gboolean numbers_again; /* the next numbered heading is the first of its document */
  guint contents_page; /* that the contents stand on when they are printed; 0 for none that is known */
  guint behind_page; /* the same of the first heading behind them */
  GError *error; /* (owned) (nullable) the first that happened */
} Writer;

static const char *
get_role_style (SbRole role,
                gboolean is_cover)
{
  switch (role)
    {
    case SB_ROLE_HEADLINE:
      return is_cover ? "Cover_20_title" : "Title";
    case SB_ROLE_PRODUCT:
    case SB_ROLE_SUBTITLE:
      return "Subtitle";
    case SB_ROLE_IMPRINT:
      return "Imprint";
    case SB_ROLE_MARKING:
      return "Marking";
    case SB_ROLE_SERIES:
    case SB_ROLE_LABEL:
    case SB_ROLE_TAG:
      return "Kicker";
    case SB_ROLE_BYLINE:
      return "Byline";
    case SB_ROLE_LINE:
      return "Small_20_line";
    case SB_ROLE_LEAD:
      return "Lead";
    case SB_ROLE_DATE:
      return "Masthead";
    case SB_ROLE_NONE:
    default:
      return "Text_20_body";
    }
}

/* A picture of dots, which every reader shows as it is meant: what LibreOffice 7.4 makes
 * of the clips and patterns of a map in SVG is another map. */
static void
write_figure (gpointer writer,
              SbPiece *figure)
{
  Writer *self = writer;
  guint number = ++self->text->n_figures;
  g_autofree char *name = g_strdup_printf ("Pictures/figure-%u.png", number);
  g_autoptr (GBytes) bytes = NULL;
  SbRichText *title = sb_piece_get_text (figure);
  double width = sb_piece_get_natural_width (figure) > 0 ? sb_piece_get_natural_width (figure) : self->width;
  GString *out = self->text->out;

  if (self->error != NULL)
    return;
  if (!(bytes = _sb_edition_figure_render (figure, width, SB_MAP_SHEET_PNG, &self->error)))
    return;

  _sb_odt_package_add (self->package, name, "image/png", bytes);
  _sb_odt_text_add_paragraph (self->text, "Illustration", title);
  _sb_odt_text_open_paragraph (self->text, "Figure");
  g_string_append_printf (out, "<draw:frame draw:style-name=\"Graphics\" draw:name=\"figure-%u\" text:anchor-type=\"as-char\" svg:width=\"", number);
  _sb_odt_append_points (out, width);
  g_string_append (out, "\" svg:height=\"");
  _sb_odt_append_points (out, sb_piece_get_height (figure));
  g_string_append_printf (out, "\"><draw:image xlink:href=\"%s\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\" draw:mime-type=\"image/png\"/><svg:title>", name);
  _sb_markup_append_text (out, title != NULL ? sb_rich_text_get_text (title) : "", -1);
  g_string_append (out, "</svg:title><svg:desc>");
  _sb_markup_append_text (out, sb_piece_get_alternative (figure), -1);
  g_string_append (out, "</svg:desc></draw:frame>");
  _sb_odt_text_close (self->text, "text:p");
}

static void
write_head_text (gpointer writer,
                 SbRichText *text,
                 SbRole role,
                 gboolean is_cover)
{
  Writer *self = writer;

  _sb_odt_text_add_paragraph (self->text, get_role_style (role, is_cover), text);
}

static void
write_paragraph (gpointer writer,
                 SbRichText *text,
                 SbRole role)
{
  write_head_text (writer, text, role, FALSE);
}

static void
add_bookmark (Writer *self,
              const char *anchor,
              const char *end)
{
  if (anchor != NULL)
    g_string_append_printf (self->text->out, "<text:bookmark-%s text:name=\"e%u-%s\"/>", end, self->text->edition + 1, anchor);
}

static void
write_heading (gpointer writer,
               SbPiece *heading)
{
  Writer *self = writer;
  static const char *const styles[] = { "Heading_20_1", "Heading_20_2", "Heading_20_3" };
  guint level = CLAMP (sb_piece_get_level (heading), 1, G_N_ELEMENTS (styles));
  const char *label = sb_piece_get_label (heading);
  GString *attributes = g_string_new (NULL);

  g_string_append_printf (attributes, " text:outline-level=\"%u\"", level);
  if (label == NULL)
    g_string_append (attributes, " text:is-list-header=\"true\"");
  else if (self->numbers_again)
    g_string_append (attributes, " text:restart-numbering=\"true\" text:start-value=\"1\"");
  if (label != NULL)
    self->numbers_again = FALSE;
  _sb_odt_text_open (self->text, "text:h", styles[level - 1], attributes->str);
  g_string_free (attributes, TRUE);

  /* For readers that do not number themselves. */
  if (label != NULL)
    {
      g_string_append (self->text->out, "<text:number>");
      _sb_markup_append_text (self->text->out, label, -1);
      g_string_append_printf (self->text->out, "%s</text:number>", level == 1 ? "." : "");
    }
  add_bookmark (self, sb_piece_get_anchor (heading), "start");
  _sb_odt_text_add_runs (self->text, sb_piece_get_text (heading));
  add_bookmark (self, sb_piece_get_anchor (heading), "end");
  _sb_odt_text_close (self->text, "text:h");
}

static void
open_level (gpointer writer,
            guint depth,
            gboolean is_skipped)
{
  Writer *self = writer;

  if (depth == 0)
    g_string_append_printf (self->text->out, "<text:list text:style-name=\"%s\">\n", self->list_style);
  else
    g_string_append (self->text->out, "<text:list>\n");
  g_string_append (self->text->out, is_skipped ? "<text:list-item>" : "");
}

static void
close_level (gpointer writer,
             guint depth)
{
  Writer *self = writer;

  g_string_append (self->text->out, depth > 0 ? "</text:list></text:list-item>\n" : "</text:list>\n");
}

static void
close_item (gpointer writer)
{
  Writer *self = writer;

  g_string_append (self->text->out, "</text:list-item>\n");
}

static void
write_item (gpointer writer,
            SbPiece *item,
            gboolean is_numbered)
{
  Writer *self = writer;

  if (is_numbered && sb_piece_get_number (item) > 0)
    g_string_append_printf (self->text->out, "<text:list-item text:start-value=\"%u\">", sb_piece_get_number (item));
  else
    g_string_append (self->text->out, "<text:list-item>");
  _sb_odt_text_open_paragraph (self->text, "List_20_1");
  _sb_odt_text_add_runs (self->text, sb_piece_get_text (item));
  _sb_odt_text_close (self->text, "text:p");
}

static void
write_reference (gpointer writer,
                 SbPiece *item)
{
  Writer *self = writer;
  guint number = sb_piece_get_number (item);
  gboolean is_link = _sb_markup_is_safe_address (sb_piece_get_uri (item));
  GString *out = self->text->out;

  if (number > 0)
    g_string_append_printf (out, "<text:list-item text:start-value=\"%u\">", number);
  else
    g_string_append (out, "<text:list-item>");
  _sb_odt_text_open_paragraph (self->text, "Sources");
  if (number > 0)
    g_string_append_printf (out, "<text:bookmark text:name=\"e%u-source-%u\"/>", self->text->edition + 1, number);
  if (is_link)
    {
      g_string_append (out, "<text:a xlink:type=\"simple\" text:style-name=\"Source_20_link\" text:visited-style-name=\"Source_20_link\"");
      _sb_markup_append_attribute (out, "xlink:href", sb_piece_get_uri (item));
      g_string_append_c (out, '>');
    }
  _sb_odt_text_add_runs (self->text, sb_piece_get_text (item));
  g_string_append (out, is_link ? "</text:a>" : "");
  _sb_odt_text_close (self->text, "text:p");
  g_string_append (out, "</text:list-item>\n");
}

/* A table of as many columns as have shares of the width, which add to 1. */
static void
open_table (Writer *self)
{
  guint number = ++self->text->n_tables;
  const char *property;
  g_autofree char *page = _sb_odt_text_take_break (self->text, &property);
  GString *styles = self->text->styles;

  g_string_append_printf (styles, "<style:style style:name=\"Table%u\" style:family=\"table\"%s><style:table-properties style:width=\"", number, page);
  _sb_odt_append_points (styles, self->width);
  g_string_append_printf (styles, "\" table:align=\"margins\" fo:margin-top=\"0.1cm\" fo:margin-bottom=\"0.1cm\"%s/></style:style>\n", property);
  g_string_append_printf (self->text->out, "<table:table table:name=\"Table%u\" table:style-name=\"Table%u\">\n", number, number);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_string_append_printf (styles, "<style:style style:name=\"Table%u.%u\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"", number, i + 1);
      _sb_odt_append_points (styles, self->width * self->shares[i]);
      g_string_append_printf (styles, "\" style:rel-column-width=\"%u*\"/></style:style>\n", (guint) (self->shares[i] * 65535));
      g_string_append_printf (self->text->out, "<table:table-column table:style-name=\"Table%u.%u\"/>\n", number, i + 1);
    }
}

/* A low line without words. */
static void
write_gap (Writer *self)
{
  _sb_odt_text_open_paragraph (self->text, "After_20_table");
  _sb_odt_text_close (self->text, "text:p");
}

static void
close_table (Writer *self)
{
  g_string_append (self->text->out, "</table:table>\n");
  write_gap (self);
}

static void
open_cell (Writer *self,
           const char *style)
{
  g_string_append_printf (self->text->out, "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\">", style);
}

static void
close_cell (Writer *self)
{
  g_string_append (self->text->out, "</table:table-cell>");
}

static void
write_cell (Writer *self,
            SbRichText *text,
            const char *cell_style,
            const char *text_style)
{
  open_cell (self, cell_style);
  _sb_odt_text_open_paragraph (self->text, text_style);
  _sb_odt_text_add_runs (self->text, text);
  _sb_odt_text_close (self->text, "text:p");
  close_cell (self);
}

/* What each of @n_columns of @holder has of the width; equal when it does not say. */
static void
find_shares (Writer *self,
             SbPiece *holder,
             guint n_columns)
{
  double sum = 0;

  g_free (self->shares);
  self->shares = g_new0 (double, n_columns + 1);
  self->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    sum += self->shares[i] = sb_piece_get_share (holder, i);
  for (guint i = 0; i < n_columns; i++)
    self->shares[i] = sum > 0 ? self->shares[i] / sum : 1.0 / n_columns;
}

static void
write_row (gpointer writer,
           SbPiece *row,
           guint number)
{
  Writer *self = writer;

  g_string_append_printf (self->text->out, "%s<table:table-row table:style-name=\"Row\">", number == 0 ? "<table:table-header-rows>" : "");
  for (guint i = 0; i < self->n_columns; i++)
    write_cell (self, i < sb_piece_get_n_children (row) ? sb_piece_get_text (sb_piece_get_child (row, i)) : NULL,
                number == 0 ? "Head_20_cell" : "Cell", number == 0 ? "Table_20_Heading" : "Table_20_Contents");
  g_string_append_printf (self->text->out, "</table:table-row>%s\n", number == 0 ? "</table:table-header-rows>" : "");
}

static void
write_line (gpointer writer,
            SbRichText *label,
            SbRichText *text)
{
  Writer *self = writer;

  g_string_append (self->text->out, "<table:table-row table:style-name=\"Row\">");
  write_cell (self, label, "Card_20_cell", "Card_20_label");
  write_cell (self, text, "Card_20_cell", "Table_20_Contents");
  g_string_append (self->text->out, "</table:table-row>\n");
}

static void
write_key_figure (gpointer writer,
                  SbPiece *figure)
{
  Writer *self = writer;

  open_cell (self, "Key_20_cell");
  for (guint k = 0; k < sb_piece_get_n_children (figure); k++)
    _sb_odt_text_add_paragraph (self->text, k == 0 ? "Key_20_figure" : "Table_20_Contents", sb_piece_get_text (sb_piece_get_child (figure, k)));
  close_cell (self);
}

static void
begin_column (Writer *self)
{
  /* A table in it has shares of its own. */
  self->width = self->column_width * sb_piece_get_share (self->columns, self->column++) - COLUMN_GUTTER;
  open_cell (self, "Plain_20_cell");
}

static void
write_quoted (gpointer writer,
              SbRichText *text,
              SbQuoted what)
{
  static const char *const styles[] = {
    [SB_QUOTED_WORDS] = "Quotations",
    [SB_QUOTED_TRANSLATION] = "Translation",
    [SB_QUOTED_SPEAKER] = "Attribution",
  };
  Writer *self = writer;

  _sb_odt_text_add_paragraph (self->text, styles[what], text);
}

/* The page of a heading is that which it has when this program prints the document: it is
 * shown until the fields are brought up to date. */
static void
write_entry (gpointer writer,
             SbPiece *heading,
             guint level)
{
  Writer *self = writer;
  g_autofree char *style = g_strdup_printf ("Contents_20_%u", level);
  const char *anchor = sb_piece_get_anchor (heading);
  const char *text = sb_rich_text_get_text (sb_piece_get_text (heading));
  GString *out = self->text->out;
  guint page = _sb_sheets_find_page (self->sheets, anchor);

  if (self->behind_page == 0)
    self->behind_page = page;
  _sb_odt_text_open_paragraph (self->text, style);
  g_string_append_printf (out, "<text:a xlink:type=\"simple\" xlink:href=\"#e%u-%s\" text:style-name=\"Index_20_Link\" text:visited-style-name=\"Index_20_Link\">", self->text->edition + 1, anchor);
  if (sb_piece_get_label (heading) != NULL)
    {
      _sb_markup_append_text (out, sb_piece_get_label (heading), -1);
      g_string_append (out, level == 1 ? ".\302\240" : "\302\240");
    }
  _sb_odt_text_add_characters (self->text, text, strlen (text));
  g_string_append_printf (out, "<text:tab/><text:bookmark-ref text:reference-format=\"page\" text:ref-name=\"e%u-%s\">%u</text:bookmark-ref></text:a>",
                          self->text->edition + 1, anchor, page);
  _sb_odt_text_close (self->text, "text:p");
}

/* How the contents are made again by whoever brings them up to date. */
static void
append_contents_source (GString *out,
                        guint most_level)
{
  g_string_append_printf (out, "<text:table-of-content-source text:outline-level=\"%u\" text:use-index-marks=\"false\">", most_level);
  for (guint level = 1; level <= most_level; level++)
    g_string_append_printf (out, "<text:table-of-content-entry-template text:outline-level=\"%u\" text:style-name=\"Contents_20_%u\">"
                                 "<text:index-entry-link-start text:style-name=\"Index_20_Link\"/><text:index-entry-chapter/><text:index-entry-text/>"
                                 "<text:index-entry-tab-stop style:type=\"right\" style:leader-char=\".\"/><text:index-entry-page-number/><text:index-entry-link-end/>"
                                 "</text:table-of-content-entry-template>",
                            level, level);
  g_string_append (out, "</text:table-of-content-source>\n");
}

static void
begin_contents (gpointer writer,
                SbPiece *contents,
                SbPiece *title)
{
  Writer *self = writer;

  self->contents_page = title != NULL && sb_piece_get_anchor (title) != NULL ? _sb_sheets_find_page (self->sheets, sb_piece_get_anchor (title)) : 0;
  self->behind_page = 0;
  /* A break that is due comes before all of it. */
  if (title == NULL && (self->text->page != NULL || self->text->breaks_page))
    write_gap (self);
  g_string_append_printf (self->text->out, "<text:table-of-content text:style-name=\"Section\" text:name=\"contents-%u\">\n", self->text->edition + 1);
  append_contents_source (self->text->out, CLAMP (sb_piece_get_level (contents), 1, 3));
  g_string_append (self->text->out, "<text:index-body>\n");
  if (title != NULL)
    {
      g_string_append_printf (self->text->out, "<text:index-title text:style-name=\"Section\" text:name=\"contents-title-%u\">", self->text->edition + 1);
      _sb_odt_text_add_paragraph (self->text, "Contents_20_Heading", sb_piece_get_text (title));
      g_string_append (self->text->out, "</text:index-title>\n");
    }
}

static void
start_page (Writer *self,
            SbOdtPage page)
{
  g_free (self->text->page);
  self->text->page = _sb_odt_dup_page_name (page, self->text->edition);
}

static void
write_break (gpointer writer,
             gboolean is_bare)
{
  Writer *self = writer;

  self->text->breaks_page = TRUE;
  if (is_bare)
    start_page (self, SB_ODT_PAGE_BARE);
}

/* What stands side by side is a table of one row. */
static void
begin (gpointer writer,
       SbPiece *holder)
{
  Writer *self = writer;

  switch ((guint) sb_piece_get_kind (holder))
    {
    case SB_PIECE_LIST:
      self->list_style = _sb_edition_is_numbered (holder) ? "Numbering_20_123" : "List_20_1";
      break;
    case SB_PIECE_REFERENCES:
      g_string_append_printf (self->text->out, "<text:list text:style-name=\"%s\">\n", _sb_edition_is_numbered (holder) ? "Sources_20_numbered" : "List_20_1");
      break;
    case SB_PIECE_TABLE:
      find_shares (self, holder, _sb_edition_count_columns (holder));
      open_table (self);
      break;
    case SB_PIECE_CARD:
      find_shares (self, holder, 2);
      self->shares[0] = CARD_LABEL_SHARE;
      self->shares[1] = 1 - CARD_LABEL_SHARE;
      open_table (self);
      break;
    case SB_PIECE_STRIP:
    case SB_PIECE_COLUMNS:
      find_shares (self, holder, sb_piece_get_n_children (holder));
      open_table (self);
      g_string_append (self->text->out, "<table:table-row>");
      self->columns = holder;
      self->column_width = self->width;
      self->column = 0;
      break;
    case SB_PIECE_COLUMN:
      begin_column (self);
      break;
    default:
      break;
    }
}

static void
end (gpointer writer,
     SbPiece *holder)
{
  Writer *self = writer;

  switch ((guint) sb_piece_get_kind (holder))
    {
    case SB_PIECE_MASTHEAD:
      write_gap (self);
      break;
    case SB_PIECE_COVER:
      /* A page of its own. */
      start_page (self, SB_ODT_PAGE_STANDARD);
      break;
    case SB_PIECE_REFERENCES:
      g_string_append (self->text->out, "</text:list>\n");
      break;
    case SB_PIECE_TABLE:
    case SB_PIECE_CARD:
      close_table (self);
      break;
    case SB_PIECE_STRIP:
    case SB_PIECE_COLUMNS:
      self->width = self->column_width;
      g_string_append (self->text->out, "</table:table-row>\n");
      close_table (self);
      break;
    case SB_PIECE_COLUMN:
      close_cell (self);
      break;
    case SB_PIECE_CONTENTS:
      g_string_append (self->text->out, "</text:index-body>\n</text:table-of-content>\n");
      /* Contents that have pages of their own when they are printed have them here. */
      if (self->contents_page > 0 && self->behind_page > self->contents_page)
        self->text->breaks_page = TRUE;
      break;
    default:
      break;
    }
}

/* Notes stand where they are called, and the lines at the foot in the styles of pages. */
static const SbEditionSyntax syntax = {
  .begin = begin,
  .end = end,
  .head_text = write_head_text,
  .logo = write_figure,
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
  .holds_title = TRUE,
  .reference = write_reference,
  .row = write_row,
  .line = write_line,
  .key_figure = write_key_figure,
  .quoted = write_quoted,
};

gboolean
_sb_odt_body_write (SbOdtText *text,
                    SbOdtPackage *package,
                    SbSheets *sheets,
                    guint edition,
                    GError **error)
{
  SbComposition *composition = _sb_sheets_get_composition (sheets);
  gboolean has_cover = sb_composition_get_n_pieces (composition) > 0 && sb_piece_get_kind (sb_composition_get_piece (composition, 0)) == SB_PIECE_COVER;
  g_autoptr (GArray) counts = _sb_mark_count_all (composition);
  Writer self = {
    .text = text,
    .package = package,
    .sheets = sheets,
    .width = _sb_edition_figure_get_width (composition, sb_sheets_get_paper (sheets)),
    .numbers_again = edition > 0,
  };

  text->composition = composition;
  text->language = sb_composition_get_language (composition);
  text->edition = edition;
  text->counts = counts;
  start_page (&self, has_cover ? SB_ODT_PAGE_FIRST : SB_ODT_PAGE_STANDARD);
  _sb_edition_walk (&syntax, composition, &self);
  g_clear_pointer (&text->page, g_free);
  text->counts = NULL;
  g_free (self.shares);
  if (self.error == NULL)
    return TRUE;

  g_propagate_error (error, self.error);
  return FALSE;
}
