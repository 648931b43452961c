/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-odt-styles-private.h"

#include "sb-clock.h"
#include "sb-edition-figure-private.h"
#include "sb-edition-resources.h"
#include "sb-markup-escape-private.h"
#include "sb-sheets-private.h"
#include "sb-type-style.h"

#include <string.h>

#define STYLES_PATH "/org/example/SahelBrief/editions/odt-styles.xml"

/* In points: of a head or foot with the space to the text. */
#define HEAD_HEIGHT 22.0
#define FOOT_HEIGHT 30.0

#define N_OUTLINE_LEVELS 3

void
_sb_odt_append_points (GString *out,
                       double points)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, "%spt", g_ascii_formatd (buffer, sizeof buffer, "%.2f", points));
}

const char *
_sb_odt_get_country (SbLanguage language)
{
  return language == SB_LANGUAGE_FR ? "FR" : "GB";
}

char *
_sb_odt_dup_page_name (SbOdtPage page,
                       guint edition)
{
  static const char *const names[] = { "Standard", "First_20_Page", "Last_20_Page" };

  return edition == 0 ? g_strdup (names[page]) : g_strdup_printf ("%s_20_%u", names[page], edition + 1);
}

static void
append_length (GString *out,
               const char *name,
               double points)
{
  g_string_append_printf (out, " %s=\"", name);
  _sb_odt_append_points (out, points);
  g_string_append_c (out, '"');
}

/* A measure that is another one in each layout, as the styles name it. */
static void
set_measure (GString *styles,
             const char *mark,
             double points)
{
  g_autoptr (GString) length = g_string_new (NULL);

  _sb_odt_append_points (length, points);
  g_string_replace (styles, mark, length->str, 0);
}

/* Titles as large, and as far from what is above them, as on the pages that this program
 * sets, so that a document has as many of them in another. */
static void
set_measures (GString *styles,
              SbPageLayoutId layout)
{
  static const struct
  {
    const char *mark;
    SbTypeStyleId sheet;
    SbTypeStyleId paper;
  } sizes[] = {
    { "@TITLE@", SB_TYPE_STYLE_HEADLINE, SB_TYPE_STYLE_TITLE },
    { "@HEADING_1@", SB_TYPE_STYLE_HEADING, SB_TYPE_STYLE_SECTION },
    { "@HEADING_2@", SB_TYPE_STYLE_SUBHEADING, SB_TYPE_STYLE_SUBSECTION },
  };
  static const struct
  {
    const char *mark;
    double sheet;
    double paper;
  } spaces[] = { { "@ABOVE_1@", 13, 26 }, { "@ABOVE_2@", 6.5, 13 }, { "@ABOVE_3@", 6.5, 6.5 } };
  gboolean is_sheet = layout == SB_PAGE_LAYOUT_SHEET;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    set_measure (styles, sizes[i].mark, sb_type_style_get (is_sheet ? sizes[i].sheet : sizes[i].paper)->size);
  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    set_measure (styles, spaces[i].mark, is_sheet ? spaces[i].sheet : spaces[i].paper);
  g_string_replace (styles, "@TITLE_CASE@", is_sheet ? "uppercase" : "none", 0);
}

/* Headings are numbered I, I.1, I.1.a by the program that shows them. */
static void
append_outline (GString *out,
                gboolean is_numbered)
{
  static const char *const formats[N_OUTLINE_LEVELS] = { "I", "1", "a" };

  g_string_append (out, "<text:outline-style style:name=\"Outline\">");
  for (guint i = 0; i < N_OUTLINE_LEVELS; i++)
    {
      g_string_append_printf (out, "<text:outline-level-style text:level=\"%u\" style:num-format=\"%s\"", i + 1, is_numbered ? formats[i] : "");
      if (is_numbered && i == 0)
        g_string_append (out, " style:num-suffix=\".\"");
      if (is_numbered && i > 0)
        g_string_append_printf (out, " text:display-levels=\"%u\"", i + 1);
      g_string_append_printf (out, "><style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">"
                                   "<style:list-level-label-alignment text:label-followed-by=\"%s\"/></style:list-level-properties></text:outline-level-style>",
                              is_numbered ? "space" : "nothing");
    }
  g_string_append (out, "</text:outline-style>");
}

static gboolean
has_labels (SbSheets *const *sheets,
            guint n_sheets)
{
  for (guint i = 0; i < n_sheets; i++)
    {
      SbComposition *composition = _sb_sheets_get_composition (sheets[i]);

      for (guint k = 0; k < sb_composition_get_n_pieces (composition); k++)
        if (sb_piece_get_label (sb_composition_get_piece (composition, k)) != NULL)
          return TRUE;
    }

  return FALSE;
}

/* The sheet of paper; a bare one has neither head nor foot. */
static void
append_page_layout (GString *out,
                    SbSheets *sheets,
                    guint edition,
                    gboolean is_bare)
{
  SbComposition *composition = _sb_sheets_get_composition (sheets);
  const SbPageLayout *layout = sb_page_layout_get (sb_composition_get_layout (composition));
  gboolean has_head = !is_bare && layout->head > 0;

  g_string_append_printf (out, "<style:page-layout style:name=\"%s%u\"%s><style:page-layout-properties style:print-orientation=\"portrait\"",
                          is_bare ? "Bare" : "Page", edition, sb_composition_is_duplex (composition) ? " style:page-usage=\"mirrored\"" : "");
  append_length (out, "fo:page-width", sb_paper_get_width (sb_sheets_get_paper (sheets)));
  append_length (out, "fo:page-height", sb_paper_get_height (sb_sheets_get_paper (sheets)));
  append_length (out, "fo:margin-left", layout->inner);
  append_length (out, "fo:margin-right", layout->outer);
  append_length (out, "fo:margin-top", has_head ? layout->head : layout->top);
  append_length (out, "fo:margin-bottom", is_bare ? layout->bottom : layout->bottom - FOOT_HEIGHT);
  g_string_append (out, "><style:footnote-sep style:width=\"0.5pt\" style:line-style=\"solid\" style:adjustment=\"left\" style:rel-width=\"20%\" style:color=\"#141b21\" style:distance-before-sep=\"0.2cm\" style:distance-after-sep=\"0.15cm\"/>"
                        "</style:page-layout-properties>");
  if (has_head)
    {
      g_string_append (out, "<style:header-style><style:header-footer-properties fo:margin-bottom=\"14pt\"");
      append_length (out, "fo:min-height", HEAD_HEIGHT);
      g_string_append (out, "/></style:header-style>");
    }
  if (!is_bare)
    {
      g_string_append (out, "<style:footer-style><style:header-footer-properties fo:margin-top=\"8pt\"");
      append_length (out, "fo:min-height", FOOT_HEIGHT);
      g_string_append (out, "/></style:footer-style>");
    }
  g_string_append (out, "</style:page-layout>\n");
}

/* The styles of what stands at the head and the foot: their language, and the number at
 * the right. */
static void
append_foot_styles (GString *out,
                    SbSheets *sheets,
                    guint edition)
{
  static const struct
  {
    const char *name;
    const char *parent;
    gboolean has_number;
  } styles[] = { { "Head", "Header", FALSE }, { "Foot", "Footer", TRUE }, { "FootMarking", "Footer", FALSE } };
  SbComposition *composition = _sb_sheets_get_composition (sheets);
  SbLanguage language = sb_composition_get_language (composition);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_string_append_printf (out, "<style:style style:name=\"%s%u\" style:family=\"paragraph\" style:parent-style-name=\"%s\"><style:paragraph-properties%s>",
                              styles[i].name, edition, styles[i].parent, i == 2 ? " fo:text-align=\"center\"" : "");
      if (styles[i].has_number)
        {
          g_string_append (out, "<style:tab-stops><style:tab-stop style:type=\"right\"");
          append_length (out, "style:position", _sb_edition_figure_get_width (composition, sb_sheets_get_paper (sheets)));
          g_string_append (out, "/></style:tab-stops>");
        }
      g_string_append_printf (out, "</style:paragraph-properties><style:text-properties fo:language=\"%s\" fo:country=\"%s\"%s/></style:style>\n",
                              sb_language_get_code (language), _sb_odt_get_country (language), i == 2 ? " fo:font-weight=\"bold\" fo:color=\"#141b21\"" : "");
    }
}

static void
append_line (GString *out,
             const char *style,
             guint edition,
             const char *text)
{
  g_string_append_printf (out, "<text:p text:style-name=\"%s%u\">", style, edition);
  _sb_markup_append_text (out, text, -1);
}

static void
append_master_page (GString *out,
                    SbSheets *sheets,
                    guint edition,
                    SbOdtPage page)
{
  SbComposition *composition = _sb_sheets_get_composition (sheets);
  const char *head = sb_composition_get_property (composition, SB_PROPERTY_HEAD);
  const char *marking = sb_composition_get_property (composition, SB_PROPERTY_MARKING);
  gboolean is_bare = page != SB_ODT_PAGE_STANDARD;
  g_autofree char *name = _sb_odt_dup_page_name (page, edition);
  g_autofree char *next = _sb_odt_dup_page_name (SB_ODT_PAGE_STANDARD, edition);

  g_string_append_printf (out, "<style:master-page style:name=\"%s\" style:page-layout-name=\"%s%u\"", name, is_bare ? "Bare" : "Page", edition);
  if (page == SB_ODT_PAGE_FIRST)
    g_string_append_printf (out, " style:next-style-name=\"%s\"", next);
  g_string_append_c (out, '>');
  if (!is_bare && sb_page_layout_get (sb_composition_get_layout (composition))->head > 0)
    {
      g_string_append (out, "<style:header>");
      append_line (out, "Head", edition, head);
      g_string_append (out, "</text:p></style:header>");
    }
  if (!is_bare)
    {
      g_string_append (out, "<style:footer>");
      append_line (out, "Foot", edition, sb_composition_get_property (composition, SB_PROPERTY_FOOT));
      g_string_append (out, "<text:tab/><text:page-number text:select-page=\"current\">1</text:page-number>/<text:page-count>1</text:page-count></text:p>");
      if (marking[0] != '\0')
        {
          append_line (out, "FootMarking", edition, marking);
          g_string_append (out, "</text:p>");
        }
      g_string_append (out, "</style:footer>");
    }
  g_string_append (out, "</style:master-page>\n");
}

static void
append_pages (GString *out,
              SbSheets *const *sheets,
              guint n_sheets)
{
  g_string_append (out, "<office:automatic-styles>\n");
  for (guint i = 0; i < n_sheets; i++)
    {
      append_page_layout (out, sheets[i], i, FALSE);
      append_page_layout (out, sheets[i], i, TRUE);
      append_foot_styles (out, sheets[i], i);
    }
  g_string_append (out, "</office:automatic-styles>\n<office:master-styles>\n");
  for (guint i = 0; i < n_sheets; i++)
    for (SbOdtPage page = SB_ODT_PAGE_STANDARD; page <= SB_ODT_PAGE_BARE; page++)
      append_master_page (out, sheets[i], i, page);
  g_string_append (out, "</office:master-styles>\n");
}

GBytes *
_sb_odt_styles_render (SbSheets *const *sheets,
                       guint n_sheets)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (sb_edition_get_resource (), STYLES_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  SbComposition *composition = _sb_sheets_get_composition (sheets[0]);
  SbLanguage language = sb_composition_get_language (composition);
  g_autoptr (GString) width = g_string_new (NULL);
  g_autoptr (GString) outline = g_string_new (NULL);
  g_autoptr (GString) pages = g_string_new (NULL);
  GString *styles;

  g_return_val_if_fail (bytes != NULL, NULL);

  _sb_odt_append_points (width, _sb_edition_figure_get_width (composition, sb_sheets_get_paper (sheets[0])));
  append_outline (outline, has_labels (sheets, n_sheets));
  append_pages (pages, sheets, n_sheets);
  styles = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_string_replace (styles, "@LANGUAGE@", sb_language_get_code (language), 0);
  g_string_replace (styles, "@COUNTRY@", _sb_odt_get_country (language), 0);
  g_string_replace (styles, "@WIDTH@", width->str, 0);
  set_measures (styles, sb_composition_get_layout (composition));
  /* What has words of the document in it comes last. */
  g_string_replace (styles, "@OUTLINE@", outline->str, 1);
  g_string_replace (styles, "@PAGES@", pages->str, 1);

  return g_string_free_to_bytes (styles);
}

static void
append_element (GString *out,
                const char *name,
                const char *text)
{
  if (text[0] == '\0')
    return;

  g_string_append_printf (out, "<%s>", name);
  _sb_markup_append_text (out, text, -1);
  g_string_append_printf (out, "</%s>\n", name);
}

GBytes *
_sb_odt_meta_render (SbSheets *const *sheets,
                     guint n_sheets)
{
  SbComposition *composition = _sb_sheets_get_composition (sheets[0]);
  g_auto (GStrv) keywords = g_strsplit (sb_composition_get_property (composition, SB_PROPERTY_KEYWORDS), ", ", -1);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (sb_clock_now ());
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\">\n"
                               "<office:meta>\n<meta:generator>SahelBrief " SB_VERSION "</meta:generator>\n");

  append_element (out, "dc:title", sb_composition_get_property (composition, SB_PROPERTY_TITLE));
  append_element (out, "dc:subject", sb_composition_get_property (composition, SB_PROPERTY_SUBJECT));
  for (guint i = 0; keywords[i] != NULL; i++)
    append_element (out, "meta:keyword", keywords[i]);
  append_element (out, "meta:initial-creator", sb_composition_get_property (composition, SB_PROPERTY_AUTHOR));
  append_element (out, "dc:creator", sb_composition_get_property (composition, SB_PROPERTY_AUTHOR));
  append_element (out, "meta:creation-date", date);
  append_element (out, "dc:date", date);
  g_string_append_printf (out, "<dc:language>%s-%s</dc:language>\n</office:meta>\n</office:document-meta>\n",
                          sb_language_get_code (sb_composition_get_language (composition)), _sb_odt_get_country (sb_composition_get_language (composition)));

  return g_string_free_to_bytes (out);
}
