/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-odt-writer.h"

#include "sb-odt-body-private.h"

#define NAMESPACES "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "        \
                   "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "          \
                   "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "            \
                   "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "          \
                   "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "         \
                   "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" " \
                   "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "   \
                   "xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.3\""

/* Styles of cells; padding in centimetres, the colours those of the page. */
#define CELL_STYLES                                                                                                                                                                                                                                                                          \
  "<style:style style:name=\"Head_20_cell\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0.1cm\" fo:padding-left=\"0cm\" fo:padding-right=\"0.25cm\" fo:border=\"none\" fo:border-bottom=\"0.8pt solid #141b21\" style:vertical-align=\"bottom\"/></style:style>\n" \
  "<style:style style:name=\"Cell\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0.1cm\" fo:padding-left=\"0cm\" fo:padding-right=\"0.25cm\" fo:border=\"none\" fo:border-bottom=\"0.5pt solid #b9b3a6\"/></style:style>\n"                                         \
  "<style:style style:name=\"Card_20_cell\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0.12cm\" fo:border=\"none\" fo:background-color=\"#f6f2e8\"/></style:style>\n"                                                                                             \
  "<style:style style:name=\"Key_20_cell\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0.1cm\" fo:padding-left=\"0cm\" fo:border=\"none\" fo:border-top=\"1.2pt solid #9c421d\"/></style:style>\n"                                                                 \
  "<style:style style:name=\"Plain_20_cell\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0cm\" fo:padding-right=\"0.4cm\" fo:border=\"none\"/></style:style>\n"                                                                                                    \
  "<style:style style:name=\"Row\" style:family=\"table-row\"><style:table-row-properties fo:keep-together=\"always\"/></style:style>\n"

static GBytes *
render_content (const SbOdtText *text)
{
  GString *content = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content " NAMESPACES ">\n<office:automatic-styles>\n" CELL_STYLES
                                   "<style:style style:name=\"Section\" style:family=\"section\"/>\n");

  g_string_append_len (content, text->styles->str, (gssize) text->styles->len);
  g_string_append (content, "</office:automatic-styles>\n<office:body>\n<office:text>\n");
  g_string_append_len (content, text->out->str, (gssize) text->out->len);
  g_string_append (content, "</office:text>\n</office:body>\n</office:document-content>\n");

  return g_string_free_to_bytes (content);
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
  SbOdtText text = { .out = out, .styles = styles, .style_names = names };

  g_return_val_if_fail (sheets != NULL && n_sheets > 0, NULL);

  text.default_language = sb_sheets_get_language (sheets[0]);
  for (guint i = 0; i < n_sheets; i++)
    if (!_sb_odt_body_write (&text, package, sheets[i], i, error))
      return NULL;

  content = render_content (&text);
  style_bytes = _sb_odt_styles_render (sheets, n_sheets);
  meta = _sb_odt_meta_render (sheets, n_sheets);
  _sb_odt_package_add (package, "content.xml", "text/xml", content);
  _sb_odt_package_add (package, "styles.xml", "text/xml", style_bytes);
  _sb_odt_package_add (package, "meta.xml", "text/xml", meta);

  return _sb_odt_package_end (package, error);
}
