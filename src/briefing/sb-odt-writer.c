/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-odt-writer.h"

#include "sb-edition-figure-private.h"
#include "sb-mark-count-private.h"
#include "sb-markup-escape-private.h"
#include "sb-odt-package-private.h"
#include "sb-odt-text-private.h"
#include "sb-quotation-private.h"
#include "sb-sheets-private.h"
#include "sb-translate.h"

#include <string.h>

#define NAMESPACES "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "        \
                   "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "          \
                   "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "            \
                   "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "          \
                   "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "         \
                   "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" " \
                   "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "   \
                   "xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.3\""

/* Styles of cells; padding in centimetres, the colours those of the page. */
#define CELL_STYLES                                                                                                                                                                                                                                              \
  "<style:style style:name=\"Head_20_cell\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0.1cm\" fo:padding-left=\"0cm\" fo:border=\"none\" fo:border-bottom=\"0.8pt solid #141b21\" style:vertical-align=\"bottom\"/></style:style>\n" \
  "<style:style style:name=\"Cell\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0.1cm\" fo:padding-left=\"0cm\" fo:border=\"none\" fo:border-bottom=\"0.5pt solid #b9b3a6\"/></style:style>\n"                                         \
  "<style:style style:name=\"Card_20_cell\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0.12cm\" fo:border=\"none\" fo:background-color=\"#f6f2e8\"/></style:style>\n"                                                                 \
  "<style:style style:name=\"Key_20_cell\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0.1cm\" fo:padding-left=\"0cm\" fo:border=\"none\" fo:border-top=\"1.2pt solid #9c421d\"/></style:style>\n"                                     \
  "<style:style style:name=\"Plain_20_cell\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0cm\" fo:padding-right=\"0.4cm\" fo:border=\"none\"/></style:style>\n"                                                                        \
  "<style:style style:name=\"Row\" style:family=\"table-row\"><style:table-row-properties fo:keep-together=\"always\"/></style:style>\n"

typedef struct
{
  SbOdtText text;
  SbOdtPackage *package; /* (owned) */
  SbSheets *sheets; /* not owned */
  double width; /* of the text, in points */
  gboolean numbers_again; /* the next numbered heading is the first of its document */
  GError *error; /* (owned) (nullable) the first that happened */
} Writer;

static void write_piece (Writer *self,
                         SbPiece *piece);

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
write_figure (Writer *self,
              SbPiece *figure)
{
  guint number = ++self->text.n_figures;
  g_autofree char *name = g_strdup_printf ("Pictures/figure-%u.png", number);
  g_autoptr (GBytes) bytes = NULL;
  SbRichText *title = sb_piece_get_text (figure);
  double width = sb_piece_get_natural_width (figure) > 0 ? sb_piece_get_natural_width (figure) : self->width;
  GString *out = self->text.out;

  if (self->error != NULL)
    return;
  if (!(bytes = _sb_edition_figure_render (figure, width, SB_MAP_SHEET_PNG, &self->error)))
    return;

  _sb_odt_package_add (self->package, name, "image/png", bytes);
  _sb_odt_text_add_paragraph (&self->text, "Illustration", title);
  _sb_odt_text_open_paragraph (&self->text, "Figure");
  g_string_append_printf (out, "<draw:frame draw:style-name=\"Graphics\" draw:name=\"figure-%u\" text:anchor-type=\"as-char\" svg:width=\"", number);
  _sb_odt_append_points (out, width);
  g_string_append (out, "\" svg:height=\"");
  _sb_odt_append_points (out, sb_piece_get_height (figure));
  g_string_append_printf (out, "\"><draw:image xlink:href=\"%s\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\" draw:mime-type=\"image/png\"/><svg:title>", name);
  _sb_markup_append_text (out, title != NULL ? sb_rich_text_get_text (title) : "", -1);
  g_string_append (out, "</svg:title><svg:desc>");
  _sb_markup_append_text (out, sb_piece_get_alternative (figure), -1);
  g_string_append (out, "</svg:desc></draw:frame>");
  _sb_odt_text_close (&self->text, "text:p");
}

static void
write_roles (Writer *self,
             SbPiece *holder)
{
  gboolean is_cover = sb_piece_get_kind (holder) == SB_PIECE_COVER;

  for (guint i = 0; i < sb_piece_get_n_children (holder); i++)
    {
      SbPiece *child = sb_piece_get_child (holder, i);

      if (sb_piece_get_kind (child) == SB_PIECE_FIGURE)
        write_figure (self, child);
      _sb_odt_text_add_paragraph (&self->text, get_role_style (sb_piece_get_role (child), is_cover), sb_piece_get_text (child));
    }
  if (!is_cover)
    return;

  /* A page of its own. */
  g_free (self->text.page);
  self->text.page = _sb_odt_dup_page_name (SB_ODT_PAGE_STANDARD, self->text.edition);
}

static void
add_bookmark (Writer *self,
              const char *anchor,
              const char *end)
{
  if (anchor != NULL)
    g_string_append_printf (self->text.out, "<text:bookmark-%s text:name=\"e%u-%s\"/>", end, self->text.edition + 1, anchor);
}

static void
write_heading (Writer *self,
               SbPiece *heading)
{
  static const char *const styles[] = { "Heading_20_1", "Heading_20_2", "Heading_20_3" };
  guint level = CLAMP (sb_piece_get_level (heading), 1, G_N_ELEMENTS (styles));
  const char *label = sb_piece_get_label (heading);
  GString *attributes;

  if (sb_rich_text_is_empty (sb_piece_get_text (heading)))
    return;

  attributes = g_string_new (NULL);
  g_string_append_printf (attributes, " text:outline-level=\"%u\"", level);
  if (label == NULL)
    g_string_append (attributes, " text:is-list-header=\"true\"");
  else if (self->numbers_again)
    g_string_append (attributes, " text:restart-numbering=\"true\" text:start-value=\"1\"");
  if (label != NULL)
    self->numbers_again = FALSE;
  _sb_odt_text_open (&self->text, "text:h", styles[level - 1], attributes->str);
  g_string_free (attributes, TRUE);

  /* For readers that do not number themselves. */
  if (label != NULL)
    {
      g_string_append (self->text.out, "<text:number>");
      _sb_markup_append_text (self->text.out, label, -1);
      g_string_append_printf (self->text.out, "%s</text:number>", level == 1 ? "." : "");
    }
  add_bookmark (self, sb_piece_get_anchor (heading), "start");
  _sb_odt_text_add_runs (&self->text, sb_piece_get_text (heading));
  add_bookmark (self, sb_piece_get_anchor (heading), "end");
  _sb_odt_text_close (&self->text, "text:h");
}

/* Closes and opens lists until the next item is one of @level; 0 closes all. */
static void
move_to_level (Writer *self,
               const char *style,
               guint *depth,
               guint level)
{
  GString *out = self->text.out;

  if (*depth > 0 && *depth >= level)
    g_string_append (out, "</text:list-item>\n");
  for (; *depth > level; (*depth)--)
    g_string_append (out, *depth > 1 ? "</text:list></text:list-item>\n" : "</text:list>\n");
  for (; *depth < level; (*depth)++)
    {
      if (*depth == 0)
        g_string_append_printf (out, "<text:list text:style-name=\"%s\">\n", style);
      else
        g_string_append (out, "<text:list>\n");
      g_string_append (out, *depth + 1 < level ? "<text:list-item>" : "");
    }
}

static void
write_list (Writer *self,
            SbPiece *list)
{
  gboolean is_numbered = sb_piece_get_n_children (list) > 0 && sb_piece_get_number (sb_piece_get_child (list, 0)) > 0;
  const char *style = is_numbered ? "Numbering_20_123" : "List_20_1";
  guint depth = 0;

  for (guint i = 0; i < sb_piece_get_n_children (list); i++)
    {
      SbPiece *item = sb_piece_get_child (list, i);
      guint number = sb_piece_get_number (item);

      move_to_level (self, style, &depth, CLAMP (sb_piece_get_level (item), 1, 3));
      if (is_numbered && number > 0)
        g_string_append_printf (self->text.out, "<text:list-item text:start-value=\"%u\">", number);
      else
        g_string_append (self->text.out, "<text:list-item>");
      _sb_odt_text_open_paragraph (&self->text, "List_20_1");
      _sb_odt_text_add_runs (&self->text, sb_piece_get_text (item));
      _sb_odt_text_close (&self->text, "text:p");
    }
  move_to_level (self, style, &depth, 0);
}

static void
write_reference (Writer *self,
                 SbPiece *item)
{
  guint number = sb_piece_get_number (item);
  gboolean is_link = _sb_markup_is_safe_address (sb_piece_get_uri (item));
  GString *out = self->text.out;

  if (number > 0)
    g_string_append_printf (out, "<text:list-item text:start-value=\"%u\">", number);
  else
    g_string_append (out, "<text:list-item>");
  _sb_odt_text_open_paragraph (&self->text, "Sources");
  if (number > 0)
    g_string_append_printf (out, "<text:bookmark text:name=\"e%u-source-%u\"/>", self->text.edition + 1, number);
  if (is_link)
    {
      g_string_append (out, "<text:a xlink:type=\"simple\" text:style-name=\"Source_20_link\" text:visited-style-name=\"Source_20_link\"");
      _sb_markup_append_attribute (out, "xlink:href", sb_piece_get_uri (item));
      g_string_append_c (out, '>');
    }
  _sb_odt_text_add_runs (&self->text, sb_piece_get_text (item));
  g_string_append (out, is_link ? "</text:a>" : "");
  _sb_odt_text_close (&self->text, "text:p");
  g_string_append (out, "</text:list-item>\n");
}

static void
write_references (Writer *self,
                  SbPiece *references)
{
  guint n_items = sb_piece_get_n_children (references);
  gboolean is_numbered = n_items > 0 && sb_piece_get_number (sb_piece_get_child (references, 0)) > 0;

  if (n_items == 0)
    return;

  g_string_append_printf (self->text.out, "<text:list text:style-name=\"%s\">\n", is_numbered ? "Sources_20_numbered" : "List_20_1");
  for (guint i = 0; i < n_items; i++)
    write_reference (self, sb_piece_get_child (references, i));
  g_string_append (self->text.out, "</text:list>\n");
}

/* A table of columns that have @shares of the width, which add to 1. */
static void
open_table (Writer *self,
            const double *shares,
            guint n_columns)
{
  guint number = ++self->text.n_tables;
  const char *property;
  g_autofree char *page = _sb_odt_text_take_break (&self->text, &property);
  GString *styles = self->text.styles;

  g_string_append_printf (styles, "<style:style style:name=\"Table%u\" style:family=\"table\"%s><style:table-properties style:width=\"", number, page);
  _sb_odt_append_points (styles, self->width);
  g_string_append_printf (styles, "\" table:align=\"margins\" fo:margin-top=\"0.1cm\" fo:margin-bottom=\"0.1cm\"%s/></style:style>\n", property);
  g_string_append_printf (self->text.out, "<table:table table:name=\"Table%u\" table:style-name=\"Table%u\">\n", number, number);
  for (guint i = 0; i < n_columns; i++)
    {
      g_string_append_printf (styles, "<style:style style:name=\"Table%u.%u\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"", number, i + 1);
      _sb_odt_append_points (styles, self->width * shares[i]);
      g_string_append_printf (styles, "\" style:rel-column-width=\"%u*\"/></style:style>\n", (guint) (shares[i] * 65535));
      g_string_append_printf (self->text.out, "<table:table-column table:style-name=\"Table%u.%u\"/>\n", number, i + 1);
    }
}

static void
close_table (Writer *self)
{
  g_string_append (self->text.out, "</table:table>\n");
  _sb_odt_text_open_paragraph (&self->text, "After_20_table");
  _sb_odt_text_close (&self->text, "text:p");
}

static void
open_cell (Writer *self,
           const char *style)
{
  g_string_append_printf (self->text.out, "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\">", style);
}

static void
close_cell (Writer *self)
{
  g_string_append (self->text.out, "</table:table-cell>");
}

static void
write_cell (Writer *self,
            SbPiece *row,
            guint column,
            const char *cell_style,
            const char *text_style)
{
  open_cell (self, cell_style);
  _sb_odt_text_open_paragraph (&self->text, text_style);
  if (column < sb_piece_get_n_children (row))
    _sb_odt_text_add_runs (&self->text, sb_piece_get_text (sb_piece_get_child (row, column)));
  _sb_odt_text_close (&self->text, "text:p");
  close_cell (self);
}

/* What the columns of @table have of the width; equal when it does not say. */
static void
find_shares (SbPiece *table,
             double *shares,
             guint n_columns)
{
  double sum = 0;

  for (guint i = 0; i < n_columns; i++)
    sum += shares[i] = sb_piece_get_share (table, i);
  for (guint i = 0; i < n_columns; i++)
    shares[i] = sum > 0 ? shares[i] / sum : 1.0 / n_columns;
}

static guint
count_columns (SbPiece *table)
{
  guint n_columns = 0;

  for (guint i = 0; i < sb_piece_get_n_children (table); i++)
    n_columns = MAX (n_columns, sb_piece_get_n_children (sb_piece_get_child (table, i)));

  return n_columns;
}

static void
write_table (Writer *self,
             SbPiece *table)
{
  guint n_columns = count_columns (table);
  g_autofree double *shares = g_new0 (double, n_columns + 1);

  if (n_columns == 0)
    return;

  find_shares (table, shares, n_columns);
  open_table (self, shares, n_columns);
  for (guint i = 0; i < sb_piece_get_n_children (table); i++)
    {
      g_string_append_printf (self->text.out, "%s<table:table-row table:style-name=\"Row\">", i == 0 ? "<table:table-header-rows>" : "");
      for (guint k = 0; k < n_columns; k++)
        write_cell (self, sb_piece_get_child (table, i), k, i == 0 ? "Head_20_cell" : "Cell", i == 0 ? "Table_20_Heading" : "Table_20_Contents");
      g_string_append_printf (self->text.out, "</table:table-row>%s\n", i == 0 ? "</table:table-header-rows>" : "");
    }
  close_table (self);
}

static void
write_card (Writer *self,
            SbPiece *card)
{
  static const double shares[] = { 0.27, 0.73 };

  if (sb_piece_get_n_children (card) == 0)
    return;

  open_table (self, shares, G_N_ELEMENTS (shares));
  for (guint i = 0; i < sb_piece_get_n_children (card); i++)
    {
      SbPiece *row = sb_piece_get_child (card, i);

      g_string_append (self->text.out, "<table:table-row table:style-name=\"Row\">");
      write_cell (self, row, 0, "Card_20_cell", "Card_20_label");
      write_cell (self, row, 1, "Card_20_cell", "Table_20_Contents");
      g_string_append (self->text.out, "</table:table-row>\n");
    }
  close_table (self);
}

static void
write_key_figure (Writer *self,
                  SbPiece *figure)
{
  open_cell (self, "Key_20_cell");
  for (guint k = 0; k < sb_piece_get_n_children (figure); k++)
    _sb_odt_text_add_paragraph (&self->text, k == 0 ? "Key_20_figure" : "Table_20_Contents", sb_piece_get_text (sb_piece_get_child (figure, k)));
  close_cell (self);
}

/* What stands side by side is a table of one row. */
static void
write_side_by_side (Writer *self,
                    SbPiece *holder)
{
  guint n_columns = sb_piece_get_n_children (holder);
  g_autofree double *shares = g_new0 (double, n_columns + 1);
  double width = self->width;

  if (n_columns == 0)
    return;

  find_shares (holder, shares, n_columns);
  open_table (self, shares, n_columns);
  g_string_append (self->text.out, "<table:table-row>");
  for (guint i = 0; i < n_columns; i++)
    {
      SbPiece *column = sb_piece_get_child (holder, i);

      if (sb_piece_get_kind (column) == SB_PIECE_KEY_FIGURE)
        {
          write_key_figure (self, column);
          continue;
        }
      self->width = width * shares[i] - 12;
      open_cell (self, "Plain_20_cell");
      for (guint k = 0; k < sb_piece_get_n_children (column); k++)
        write_piece (self, sb_piece_get_child (column, k));
      close_cell (self);
    }
  self->width = width;
  g_string_append (self->text.out, "</table:table-row>\n");
  close_table (self);
}

static void
write_quote (Writer *self,
             SbPiece *quote)
{
  for (guint i = 0; i < sb_piece_get_n_children (quote); i++)
    {
      SbPiece *text = sb_piece_get_child (quote, i);
      const char *style = sb_piece_get_role (text) == SB_ROLE_TRANSLATION ? "Translation" : "Quotations";

      _sb_odt_text_add_paragraph (&self->text, _sb_quotation_is_speaker (quote, i) ? "Attribution" : style, sb_piece_get_text (text));
    }
}

/* The page that a heading is on when the document is printed by this program: what is
 * shown until the fields are brought up to date. */
static guint
find_page (Writer *self,
           const char *anchor)
{
  for (guint i = 0; i < sb_sheets_get_n_sheets (self->sheets); i++)
    {
      GArray *marks = _sb_sheets_get_marks (self->sheets, i);

      for (guint k = 0; k < marks->len; k++)
        {
          const SbMark *mark = &g_array_index (marks, SbMark, k);

          if (mark->kind == SB_MARK_DEST && g_strcmp0 (mark->name, anchor) == 0)
            return i + 1;
        }
    }

  return 1;
}

static void
write_entry (Writer *self,
             SbPiece *heading)
{
  guint level = CLAMP (sb_piece_get_level (heading), 1, 3);
  g_autofree char *style = g_strdup_printf ("Contents_20_%u", level);
  const char *anchor = sb_piece_get_anchor (heading);
  const char *text = sb_rich_text_get_text (sb_piece_get_text (heading));
  GString *out = self->text.out;

  _sb_odt_text_open_paragraph (&self->text, style);
  g_string_append_printf (out, "<text:a xlink:type=\"simple\" xlink:href=\"#e%u-%s\" text:style-name=\"Index_20_Link\" text:visited-style-name=\"Index_20_Link\">", self->text.edition + 1, anchor);
  if (sb_piece_get_label (heading) != NULL)
    {
      _sb_markup_append_text (out, sb_piece_get_label (heading), -1);
      g_string_append (out, level == 1 ? ".\302\240" : "\302\240");
    }
  _sb_odt_text_add_characters (&self->text, text, strlen (text));
  g_string_append_printf (out, "<text:tab/><text:bookmark-ref text:reference-format=\"page\" text:ref-name=\"e%u-%s\">%u</text:bookmark-ref></text:a>",
                          self->text.edition + 1, anchor, find_page (self, anchor));
  _sb_odt_text_close (&self->text, "text:p");
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

/* The headings behind the contents; @title, which may be NULL, is the one over them. */
static void
write_contents (Writer *self,
                SbPiece *contents,
                SbPiece *title)
{
  guint most_level = CLAMP (sb_piece_get_level (contents), 1, 3);
  gboolean is_behind = FALSE;

  /* A break that is due comes before all of it. */
  if (title == NULL && (self->text.page != NULL || self->text.breaks_page))
    {
      _sb_odt_text_open_paragraph (&self->text, "After_20_table");
      _sb_odt_text_close (&self->text, "text:p");
    }
  g_string_append_printf (self->text.out, "<text:table-of-content text:style-name=\"Section\" text:name=\"contents-%u\">\n", self->text.edition + 1);
  append_contents_source (self->text.out, most_level);
  g_string_append (self->text.out, "<text:index-body>\n");
  if (title != NULL)
    {
      g_string_append_printf (self->text.out, "<text:index-title text:style-name=\"Section\" text:name=\"contents-title-%u\">", self->text.edition + 1);
      _sb_odt_text_add_paragraph (&self->text, "Contents_20_Heading", sb_piece_get_text (title));
      g_string_append (self->text.out, "</text:index-title>\n");
    }
  for (guint i = 0; i < sb_composition_get_n_pieces (self->text.composition); i++)
    {
      SbPiece *piece = sb_composition_get_piece (self->text.composition, i);

      if (is_behind && sb_piece_get_kind (piece) == SB_PIECE_HEADING && sb_piece_get_anchor (piece) != NULL && sb_piece_get_level (piece) <= most_level)
        write_entry (self, piece);
      is_behind = is_behind || piece == contents;
    }
  g_string_append (self->text.out, "</text:index-body>\n</text:table-of-content>\n");
}

static void
write_break (Writer *self,
             SbPiece *piece)
{
  self->text.breaks_page = TRUE;
  if (sb_piece_get_level (piece) == 0)
    return;

  g_free (self->text.page);
  self->text.page = _sb_odt_dup_page_name (SB_ODT_PAGE_BARE, self->text.edition);
}

static void
write_piece (Writer *self,
             SbPiece *piece)
{
  switch (sb_piece_get_kind (piece))
    {
    case SB_PIECE_MASTHEAD:
    case SB_PIECE_COVER:
      write_roles (self, piece);
      break;
    case SB_PIECE_HEADING:
      write_heading (self, piece);
      break;
    case SB_PIECE_PARAGRAPH:
      _sb_odt_text_add_paragraph (&self->text, get_role_style (sb_piece_get_role (piece), FALSE), sb_piece_get_text (piece));
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
    case SB_PIECE_CARD:
      write_card (self, piece);
      break;
    case SB_PIECE_STRIP:
    case SB_PIECE_COLUMNS:
      write_side_by_side (self, piece);
      break;
    case SB_PIECE_QUOTE:
      write_quote (self, piece);
      break;
    case SB_PIECE_FIGURE:
      write_figure (self, piece);
      break;
    case SB_PIECE_CONTENTS:
      write_contents (self, piece, NULL);
      break;
    case SB_PIECE_BREAK:
      write_break (self, piece);
      break;
    case SB_PIECE_ITEM:
    case SB_PIECE_ROW:
    case SB_PIECE_CELL:
    case SB_PIECE_KEY_FIGURE:
    case SB_PIECE_COLUMN:
    default:
      /* Only inside the piece that holds them. */
      break;
    }
}

static void
write_document (Writer *self)
{
  SbComposition *composition = self->text.composition;
  guint n_pieces = sb_composition_get_n_pieces (composition);
  gboolean has_cover = n_pieces > 0 && sb_piece_get_kind (sb_composition_get_piece (composition, 0)) == SB_PIECE_COVER;

  self->text.page = _sb_odt_dup_page_name (has_cover ? SB_ODT_PAGE_FIRST : SB_ODT_PAGE_STANDARD, self->text.edition);
  for (guint i = 0; i < n_pieces; i++)
    {
      SbPiece *piece = sb_composition_get_piece (composition, i);
      SbPiece *next = i + 1 < n_pieces ? sb_composition_get_piece (composition, i + 1) : NULL;
      gboolean is_title = next != NULL && sb_piece_get_kind (piece) == SB_PIECE_HEADING && sb_piece_get_kind (next) == SB_PIECE_CONTENTS;

      if (is_title)
        {
          write_contents (self, next, piece);
          i++;
        }
      else
        write_piece (self, piece);
    }
  g_clear_pointer (&self->text.page, g_free);
}

static GBytes *
render_content (Writer *self)
{
  GString *content = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content " NAMESPACES ">\n<office:automatic-styles>\n" CELL_STYLES
                                   "<style:style style:name=\"Section\" style:family=\"section\"/>\n");

  g_string_append_len (content, self->text.styles->str, (gssize) self->text.styles->len);
  g_string_append (content, "</office:automatic-styles>\n<office:body>\n<office:text>\n");
  g_string_append_len (content, self->text.out->str, (gssize) self->text.out->len);
  g_string_append (content, "</office:text>\n</office:body>\n</office:document-content>\n");

  return g_string_free_to_bytes (content);
}

static void
write_documents (Writer *self,
                 SbSheets *const *sheets,
                 guint n_sheets)
{
  for (guint i = 0; i < n_sheets; i++)
    {
      SbComposition *composition = _sb_sheets_get_composition (sheets[i]);
      g_autoptr (GArray) counts = _sb_mark_count_all (composition);

      self->sheets = sheets[i];
      self->width = _sb_edition_figure_get_width (composition, sb_sheets_get_paper (sheets[i]));
      self->numbers_again = i > 0;
      self->text.composition = composition;
      self->text.language = sb_composition_get_language (composition);
      self->text.edition = i;
      self->text.counts = counts;
      write_document (self);
    }
}

GBytes *
sb_odt_render (SbSheets *const *sheets,
               guint n_sheets,
               GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) styles = g_string_new (NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (SbOdtPackage) package = _sb_odt_package_new ();
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GBytes) style_bytes = NULL;
  g_autoptr (GBytes) meta = NULL;
  Writer writer = { .text = { .out = out, .styles = styles, .style_names = names }, .package = package };

  g_return_val_if_fail (sheets != NULL && n_sheets > 0, NULL);

  writer.text.default_language = sb_sheets_get_language (sheets[0]);
  write_documents (&writer, sheets, n_sheets);
  if (writer.error != NULL)
    {
      g_propagate_error (error, writer.error);
      return NULL;
    }

  content = render_content (&writer);
  style_bytes = _sb_odt_styles_render (sheets, n_sheets);
  meta = _sb_odt_meta_render (sheets, n_sheets);
  _sb_odt_package_add (package, "content.xml", "text/xml", content);
  _sb_odt_package_add (package, "styles.xml", "text/xml", style_bytes);
  _sb_odt_package_add (package, "meta.xml", "text/xml", meta);

  return _sb_odt_package_end (package, error);
}
