/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

/* sahel-brief-extractor FORMAT [article|whole [ADDRESS]]: reads the file that is
 * its standard input, a "pdf", "markdown" in UTF-8, or a "mail" (a message or a
 * page saved as one), within limits of memory and time that it sets itself first,
 * and writes what it finds to standard output as JSON; or "pdf-page" NUMBER WIDTH: draws
 * a page, see sb-pdf-page-answer.h; or "picture": takes one apart, see
 * sb-web-picture-answer.h. Made to be killed without harm. */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sb-extractor-answer.h"
#include "sb-mail-document.h"
#include "sb-markdown-document.h"
#include "sb-pdf-document.h"
#include "sb-pdf-page-answer.h"
#include "sb-web-picture-answer.h"

/* Address space in bytes, with what the libraries take before anything is read;
 * processor time in seconds, open files. */
#define MAX_MEMORY_DRAWN (1024L << 20)
#define MAX_MEMORY       (192L << 20)
#define MAX_SECONDS      30
#define MAX_FILES        64

static void
set_limit (int resource,
           rlim_t value)
{
  struct rlimit limit = { value, value };

  /* A limit that is lower already stays. */
  setrlimit (resource, &limit);
}

static void
confine (gboolean is_drawn)
{
#ifndef __SANITIZE_ADDRESS__
  set_limit (RLIMIT_AS, is_drawn ? MAX_MEMORY_DRAWN : MAX_MEMORY);
#endif
  set_limit (RLIMIT_CPU, MAX_SECONDS);
  set_limit (RLIMIT_NOFILE, MAX_FILES);
  set_limit (RLIMIT_CORE, 0);
  set_limit (RLIMIT_FSIZE, 0);
  /* A library that tries to write a cache is told so and goes on. */
  signal (SIGXFSZ, SIG_IGN);
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

static GBytes *
read_input (GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new_from_fd (STDIN_FILENO, FALSE, error);

  return file == NULL ? NULL : g_mapped_file_get_bytes (file);
}

static SbExtraction *
extract (const char *format,
         SbExtractScope scope,
         const char *base_url,
         GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (g_str_equal (format, "mail"))
    return _sb_mail_document_extract (STDIN_FILENO, base_url, scope, error);
  if (!(bytes = read_input (error)))
    return NULL;
  if (g_str_equal (format, "markdown"))
    return _sb_markdown_document_extract (bytes, error);
  return _sb_pdf_document_extract (bytes, scope, error);
}

/* Nothing is written when it fails, which says so. */
static int
draw_page (const char *number,
           const char *width)
{
  g_autoptr (GBytes) bytes = read_input (NULL);

  if (bytes != NULL)
    _sb_pdf_page_write (bytes, (guint) g_ascii_strtoull (number, NULL, 10), (guint) g_ascii_strtoull (width, NULL, 10), stdout);

  return fflush (stdout) != 0 ? 1 : 0;
}

static int
read_picture (void)
{
  g_autoptr (GBytes) bytes = read_input (NULL);

  if (bytes != NULL)
    _sb_web_picture_write (bytes, stdout);

  return fflush (stdout) != 0 ? 1 : 0;
}

int
main (int argc,
      char *argv[])
{
  const char *format = argc > 1 ? argv[1] : "pdf";
  gboolean is_whole = argc > 2 && g_str_equal (argv[2], "whole");
  g_autoptr (GError) error = NULL;
  g_autoptr (SbExtraction) extraction = NULL;
  g_autofree char *answer = NULL;

  confine (g_str_has_prefix (format, "pdf") || g_str_equal (format, SB_WEB_PICTURE_FORMAT));
  if (g_str_equal (format, SB_PDF_PAGE_FORMAT))
    return argc > 3 ? draw_page (argv[2], argv[3]) : 1;
  if (g_str_equal (format, SB_WEB_PICTURE_FORMAT))
    return read_picture ();

  extraction = extract (format, is_whole ? SB_EXTRACT_WHOLE : SB_EXTRACT_ARTICLE, argc > 3 ? argv[3] : NULL, &error);
  answer = extraction != NULL ? _sb_extractor_answer_new (extraction) : _sb_extractor_answer_error (error);
  return fputs (answer, stdout) < 0 || fflush (stdout) != 0 ? 1 : 0;
}
