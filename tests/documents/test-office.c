/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-document-error.h"
#include "sb-document-reader.h"
#include "sb-office.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

/* A part of an archive; a list of them ends with one without a name. */
typedef struct
{
  const char *name;
  const char *text;
  gsize size; /* 0: of the text */
} Part;

static GBytes *
make_zip (const Part *parts)
{
  gsize capacity = 1 << 20;
  gsize used = 0;
  char *buffer = g_malloc (capacity);
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, capacity, &used), ==, ARCHIVE_OK);
  for (guint i = 0; parts[i].name != NULL; i++)
    {
      gsize size = parts[i].size > 0 ? parts[i].size : strlen (parts[i].text);
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, parts[i].name);
      archive_entry_set_size (entry, (gint64) size);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      archive_write_header (archive, entry);
      archive_write_data (archive, parts[i].text, size);
      archive_entry_free (entry);
    }
  archive_write_close (archive);
  archive_write_free (archive);
  return g_bytes_new_take (buffer, used);
}

#define OFFICE "urn:oasis:names:tc:opendocument:xmlns:"
#define ODT(text)                                                                                                   \
  "<?xml version='1.0'?><o:document-content xmlns:o='" OFFICE "office:1.0' xmlns:text='" OFFICE "text:1.0'"         \
  " xmlns:table='" OFFICE "table:1.0' xmlns:style='" OFFICE "style:1.0' xmlns:xlink='http://www.w3.org/1999/xlink'" \
  " xmlns:fo='" OFFICE "xsl-fo-compatible:1.0'><o:automatic-styles><style:style style:name='T1'>"                   \
  "<style:text-properties fo:font-weight='bold'/></style:style></o:automatic-styles><o:body><o:text>" text          \
  "</o:text></o:body></o:document-content>"

#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define DOCX(text)                                                                                                      \
  "<?xml version='1.0'?><w:document xmlns:w='" WORD "' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/" \
  "relationships'><w:body>" text "</w:body></w:document>"

static const char odt_text[] =
  ODT ("<text:tracked-changes><text:p>Effacé</text:p></text:tracked-changes>"
       "<text:p text:style-name='Title'>Le blocus de Kayes dure</text:p>"
       "<text:h text:outline-level='2'>Les routes</text:h>"
       "<text:p>Trois <text:span text:style-name='T1'>routes<text:s text:c='2'/>du sud</text:span> sont "
       "<text:a xlink:href='https://example.org/a'>coupées</text:a><text:note><text:p>Note</text:p></text:note>.<text:line-break/>Fin.</text:p>"
       "<text:list><text:list-item><text:p>Un</text:p><text:list><text:list-item><text:p>Un un</text:p></text:list-item></text:list>"
       "</text:list-item></text:list>"
       "<table:table><table:table-row><table:table-cell><text:p>Ville</text:p></table:table-cell><table:table-cell><text:p>Prix</text:p>"
       "<text:p>du litre</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>Gao</text:p>"
       "</table:table-cell><table:table-cell/></table:table-row></table:table>");

static const char docx_text[] =
  DOCX ("<w:p><w:pPr><w:pStyle w:val='Titre'/></w:pPr><w:r><w:t>Le blocus de Kayes dure</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:pStyle w:val='Titre2'/></w:pPr><w:r><w:t>Les routes</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:t xml:space='preserve'>Trois </w:t></w:r><w:r><w:rPr><w:b/></w:rPr>"
        "<w:t>routes du sud</w:t></w:r><w:del><w:r><w:delText>Effacé</w:delText></w:r></w:del><w:r><w:t xml:space='preserve'> sont "
        "</w:t></w:r><w:hyperlink r:id='rId1'><w:r><w:t>coupées</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t><w:br/><w:t>Fin.</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/></w:numPr></w:pPr><w:r><w:t>Un</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='1'/></w:numPr></w:pPr><w:r><w:t>Un un</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ville</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Prix</w:t></w:r></w:p><w:p><w:r>"
        "<w:t>du litre</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>Gao</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>");

static const Part odt_parts[] = {
  { "mimetype", "application/vnd.oasis.opendocument.text" },
  { "content.xml", odt_text },
  { "meta.xml", "<m xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator>Awa Diarra</dc:creator>"
                "<creation-date>2025-09-03T10:00:00</creation-date></m>" },
  { NULL },
};

static const Part docx_parts[] = {
  { "[Content_Types].xml", "<Types/>" },
  { "word/document.xml", docx_text },
  { "word/styles.xml", "<w:styles xmlns:w='" WORD "'><w:style w:styleId='Titre'><w:name w:val='Title'/></w:style>"
                       "<w:style w:styleId='Titre2'><w:name w:val='heading 2'/></w:style></w:styles>" },
  { "word/_rels/document.xml.rels", "<Relationships><Relationship Id='rId1' Target='https://example.org/a'/></Relationships>" },
  { "docProps/core.xml", "<c xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator>Awa Diarra</dc:creator>"
                         "<created>2025-09-03T10:00:00Z</created></c>" },
  { NULL },
};

static const struct
{
  SbBlockKind kind;
  guint level;
  const char *text;
} expected[] = {
  { SB_BLOCK_HEADING, 1, "Le blocus de Kayes dure" },
  { SB_BLOCK_HEADING, 2, "Les routes" },
  { SB_BLOCK_PARAGRAPH, 0, "Trois routes du sud sont coupées.\nFin." },
  { SB_BLOCK_LIST_ITEM, 1, "Un" },
  { SB_BLOCK_LIST_ITEM, 2, "Un un" },
  { SB_BLOCK_TABLE, 0, "Ville\tPrix du litre\nGao" },
};

static void
assert_document (SbExtraction *extraction)
{
  GPtrArray *blocks = sb_extraction_get_blocks (extraction);
  const SbSpan *spans;
  guint n_spans;

  for (guint i = 0; i < MIN (blocks->len, G_N_ELEMENTS (expected)); i++)
    {
      const SbBlock *block = g_ptr_array_index (blocks, i);

      g_assert_cmpstr (sb_block_get_text (block), ==, expected[i].text);
      g_assert_cmpint (sb_block_get_kind (block), ==, expected[i].kind);
      g_assert_cmpuint (sb_block_get_level (block), ==, expected[i].level);
    }
  g_assert_cmpuint (blocks->len, ==, G_N_ELEMENTS (expected));
  spans = sb_block_get_spans (g_ptr_array_index (blocks, 2), &n_spans);
  g_assert_cmpuint (n_spans, ==, 2);
  g_assert_cmpint (spans[0].kind, ==, SB_SPAN_STRONG);
  g_assert_cmpuint (spans[0].start, ==, 6);
  g_assert_cmpuint (spans[0].end, ==, 19);
  g_assert_cmpint (spans[1].kind, ==, SB_SPAN_LINK);
  g_assert_cmpstr (spans[1].target, ==, "https://example.org/a");
  g_assert_cmpstr (sb_extraction_get_links (extraction)[0], ==, "https://example.org/a");
  g_assert_cmpstr (sb_extraction_get_title (extraction), ==, "Le blocus de Kayes dure");
  g_assert_cmpstr (sb_extraction_get_byline (extraction), ==, "Awa Diarra");
  g_assert_true (g_str_has_prefix (sb_extraction_get_date (extraction), "2025-09-03T10:00:00"));
}

static void
test_read (gconstpointer parts)
{
  g_autoptr (GBytes) zip = make_zip (parts);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbExtraction) extraction = sb_extract (zip, NULL, NULL, SB_EXTRACT_ARTICLE, NULL, &error);

  g_assert_no_error (error);
  assert_document (extraction);
}

static void
assert_fails (GBytes *bytes,
              SbDocumentError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sb_office_extract (bytes, &error));
  g_assert_error (error, SB_DOCUMENT_ERROR, (int) code);
}

static void
test_bad (void)
{
  static const Part encrypted[] = { { "META-INF/manifest.xml", "<m><encryption-data/></m>" }, { "content.xml", "x" }, { NULL } };
  static const Part other[] = { { "picture.png", "x" }, { NULL } };
  static const Part broken[] = { { "content.xml", "<a><b></a>" }, { NULL } };
  static const Part declared[] = { { "content.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>" }, { NULL } };
  static const struct
  {
    const Part *parts;
    SbDocumentError code;
  } cases[] = {
    { encrypted, SB_DOCUMENT_ERROR_LOCKED },
    { other, SB_DOCUMENT_ERROR_UNSUPPORTED },
    { broken, SB_DOCUMENT_ERROR_BROKEN },
    { declared, SB_DOCUMENT_ERROR_BROKEN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) zip = make_zip (cases[i].parts);

      assert_fails (zip, cases[i].code);
    }
}

static void
test_truncated (void)
{
  g_autoptr (GBytes) zip = make_zip (odt_parts);
  g_autoptr (GBytes) head = g_bytes_new_from_bytes (zip, 0, 150);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("PK\003\004", 4);

  assert_fails (head, SB_DOCUMENT_ERROR_BROKEN);
  assert_fails (nothing, SB_DOCUMENT_ERROR_BROKEN);
}

/* What Word makes of a document with a password. */
static void
test_encrypted_docx (void)
{
  static const char data[] = "\320\317\021\340 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, sizeof data);
  g_autoptr (GError) error = NULL;

  g_assert_null (sb_extract (bytes, NULL, NULL, SB_EXTRACT_ARTICLE, NULL, &error));
  g_assert_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_LOCKED);
}

/* A small archive that holds a hundred megabytes. */
static void
test_bomb (void)
{
  gsize size = 100 << 20;
  g_autofree char *spaces = g_strnfill (size, ' ');
  const Part parts[] = { { "content.xml", spaces, size }, { NULL } };
  g_autoptr (GBytes) zip = make_zip (parts);

  g_assert_cmpuint (g_bytes_get_size (zip), <, 1 << 20);
  assert_fails (zip, SB_DOCUMENT_ERROR_TOO_LARGE);
}

static void
test_deep (void)
{
  GString *xml = g_string_new (NULL);
  g_autofree char *text = NULL;
  Part parts[] = { { "content.xml", NULL }, { NULL } };
  g_autoptr (GBytes) zip = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (xml, "<a>");
  text = g_string_free (xml, FALSE);
  parts[0].text = text;
  zip = make_zip (parts);
  assert_fails (zip, SB_DOCUMENT_ERROR_BROKEN);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/documents/office/odt", odt_parts, test_read);
  g_test_add_data_func ("/documents/office/docx", docx_parts, test_read);
  g_test_add_func ("/documents/office/bad", test_bad);
  g_test_add_func ("/documents/office/truncated", test_truncated);
  g_test_add_func ("/documents/office/encrypted-docx", test_encrypted_docx);
  g_test_add_func ("/documents/office/bomb", test_bomb);
  g_test_add_func ("/documents/office/deep", test_deep);
  return g_test_run ();
}
