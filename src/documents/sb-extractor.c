/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

/* sahel-brief-extractor: reads the PDF file that is its standard input, within
 * limits of memory and time that it sets itself first, and writes what it
 * finds to standard output as JSON. Made to be killed without harm. */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sb-document-error.h"
#include "sb-extractor-answer.h"
#include "sb-pdf-document.h"

/* Address space in bytes, processor time in seconds, open files. */
#define MAX_MEMORY  (1024L << 20)
#define MAX_SECONDS 30
#define MAX_FILES   64

static void
set_limit (int resource,
           rlim_t value)
{
  struct rlimit limit = { value, value };

  /* A limit that is lower already stays. */
  setrlimit (resource, &limit);
}

static void
confine (void)
{
#ifndef __SANITIZE_ADDRESS__
  set_limit (RLIMIT_AS, MAX_MEMORY);
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

int
main (int argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SbExtraction) extraction = NULL;
  g_autofree char *answer = NULL;

  confine ();
  if ((bytes = read_input (&error)))
    extraction = _sb_pdf_document_extract (bytes, &error);
  answer = extraction != NULL ? sb_extraction_to_json (extraction) : _sb_extractor_answer_error (error);
  return fputs (answer, stdout) < 0 || fflush (stdout) != 0 ? 1 : 0;
}
