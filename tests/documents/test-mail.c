/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-document-error.h"
#include "sb-document-reader.h"
#include "sb-mail.h"

#include <string.h>

#define PROSE                                                                                           \
  "<p>Les camions attendent aux fronti=E8res que l=92arm=E9e les escorte, et les march=E9s se vident, " \
  "dit-on depuis des semaines dans la ville de Kayes.</p><p>Un second paragraphe suit l=E0, avec "      \
  "assez de mots pour faire un article, et <a href=3D\"suite.html\">un lien</a>.</p>"

/* As a browser saves a page: frames and pictures beside it. */
static const char page[] =
  "From: <Saved by Blink>\r\n"
  "Snapshot-Content-Location: https://example.org/2025/kayes.html\r\n"
  "Subject: =?utf-8?Q?Le=20blocus=20de=20Kayes?=\r\n"
  "Date: Tue, 18 Nov 2025 10:00:00 -0000\r\n"
  "MIME-Version: 1.0\r\n"
  "Content-Type: multipart/related; type=\"text/html\"; start=\"<main@x>\"; boundary=\"b\"\r\n\r\n"
  "--b\r\nContent-Type: text/html\r\nContent-ID: <frame@x>\r\n\r\n<p>Publicit\303\251</p>\r\n"
  "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
  "--b\r\nContent-Type: text/html; charset=windows-1252\r\nContent-ID: <main@x>\r\n"
  "Content-Transfer-Encoding: quoted-printable\r\n"
  "Content-Location: https://example.org/2025/kayes.html\r\n\r\n"
  "<html><body><nav><a href=3D/>Accueil</a></nav><article>" PROSE "</article></body></html>\r\n"
  "--b--\r\n";

static const char message[] =
  "Return-Path: <a@example.org>\n"
  "From: =?utf-8?B?QcOvc3NhIERpYXJyYQ==?= <aissa@example.org>\n"
  "Subject: =?iso-8859-1?Q?Situation_=E0_Kayes?=\n"
  "Date: Tue, 18 Nov 2025 19:30:00 +0100\n"
  "MIME-Version: 1.0\n"
  "Content-Type: multipart/mixed; boundary=outer\n\n"
  "--outer\nContent-Type: multipart/alternative; boundary=inner\n\n"
  "--inner\nContent-Type: text/plain; charset=iso-8859-1\n\nBonjour,\n\nun texte.\n"
  "--inner\nContent-Type: text/html; charset=utf-8\n\n<p>Bonjour,</p><p>la <b>page</b>.</p>\n--inner--\n"
  "--outer\nContent-Type: text/html\nContent-Disposition: attachment; filename=a.html\n\n<p>secret</p>\n--outer--\n";

static const char plain[] =
  "Message-ID: <1@example.org>\nFrom: desk@example.org\nSubject: Note\n"
  "Content-Type: text/plain; charset=windows-1256\nContent-Transfer-Encoding: base64\n\n"
  "48fh7SDd7SDH4dPHzeE=\n";

static SbExtraction *
read_text (const char *text,
           SbExtractScope scope)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SbExtraction *extraction = sb_extract (bytes, NULL, NULL, scope, NULL, &error);

  g_assert_no_error (error);
  return extraction;
}

static void
test_page (void)
{
  g_autoptr (SbExtraction) extraction = read_text (page, SB_EXTRACT_ARTICLE);
  g_autoptr (SbExtraction) whole = read_text (page, SB_EXTRACT_WHOLE);
  g_autofree char *text = sb_extraction_dup_text (extraction);
  g_autofree char *all = sb_extraction_dup_text (whole);

  g_assert_true (g_str_has_prefix (text, "Les camions attendent aux frontières que l’armée les escorte"));
  g_assert_null (strstr (text, "Accueil"));
  g_assert_null (strstr (text, "Publicité"));
  g_assert_nonnull (strstr (all, "Accueil"));
  g_assert_cmpstr (sb_extraction_get_title (extraction), ==, "Le blocus de Kayes");
  /* The day on which it was saved is not that of the page. */
  g_assert_null (sb_extraction_get_date (extraction));
  g_assert_null (sb_extraction_get_byline (extraction));
  g_assert_cmpstr (sb_extraction_get_links (extraction)[0], ==, "https://example.org/2025/suite.html");
}

static void
test_message (void)
{
  g_autoptr (SbExtraction) extraction = read_text (message, SB_EXTRACT_ARTICLE);
  g_autofree char *text = sb_extraction_dup_text (extraction);
  const SbSpan *spans;
  guint n_spans;

  g_assert_cmpstr (text, ==, "Bonjour,\n\nla page.");
  g_assert_cmpstr (sb_extraction_get_title (extraction), ==, "Situation à Kayes");
  g_assert_cmpstr (sb_extraction_get_byline (extraction), ==, "Aïssa Diarra");
  g_assert_cmpstr (sb_extraction_get_date (extraction), ==, "2025-11-18T19:30:00+01:00");
  spans = sb_block_get_spans (g_ptr_array_index (sb_extraction_get_blocks (extraction), 1), &n_spans);
  g_assert_cmpuint (n_spans, ==, 1);
  g_assert_cmpint (spans[0].kind, ==, SB_SPAN_STRONG);
}

static void
test_plain (void)
{
  g_autoptr (SbExtraction) extraction = read_text (plain, SB_EXTRACT_ARTICLE);
  g_autofree char *text = sb_extraction_dup_text (extraction);

  g_assert_cmpstr (text, ==, "مالي في الساحل");
  g_assert_cmpstr (sb_extraction_get_byline (extraction), ==, "desk@example.org");
}

static const struct
{
  const char *head;
  gboolean is_mail;
} heads[] = {
  { page, TRUE },
  { message, TRUE },
  { plain, TRUE },
  { "MIME-Version: 1.0\nContent-Type: te", TRUE }, /* cut off */
  { "From: moi\nTo: toi\nObjet: le blocus\n\nUn mémo.", FALSE },
  { "MIME-Version: 1.0 est\nun en-tête.\n", FALSE },
  { "<html>", FALSE },
  { "", FALSE },
};

static void
test_sniff (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_test_message ("%u", i);
      g_assert_cmpint (sb_mail_is_likely (heads[i].head), ==, heads[i].is_mail);
    }
}

static void
assert_fails (const char *text,
              SbDocumentError code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (sb_extract (bytes, NULL, NULL, SB_EXTRACT_ARTICLE, NULL, &error));
  g_assert_error (error, SB_DOCUMENT_ERROR, (int) code);
}

/* Nothing to read, parts in parts without end, and more parts than memory. */
static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new ("MIME-Version: 1.0\n");
  g_autoptr (GString) many = g_string_new ("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n");

  assert_fails ("MIME-Version: 1.0\nContent-Type: image/png\n\nx", SB_DOCUMENT_ERROR_EMPTY);
  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (deep, "Content-Type: multipart/mixed; boundary=b%u\n\n--b%u\n", i, i);
  assert_fails (deep->str, SB_DOCUMENT_ERROR_EMPTY);
  /* The sanitizer needs more memory than any limit. */
#ifndef __SANITIZE_ADDRESS__
  while (many->len < 4 << 20)
    g_string_append (many, "--b\nContent-Type: text/html\n\n\n");
  assert_fails (many->str, SB_DOCUMENT_ERROR_TOO_COSTLY);
#endif
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/mail/page", test_page);
  g_test_add_func ("/documents/mail/message", test_message);
  g_test_add_func ("/documents/mail/plain", test_plain);
  g_test_add_func ("/documents/mail/sniff", test_sniff);
  g_test_add_func ("/documents/mail/hostile", test_hostile);
  return g_test_run ();
}
