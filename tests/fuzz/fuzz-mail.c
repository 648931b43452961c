/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-fuzz"

#include "config.h"

#include "sb-extractor-answer.h"
#include "sb-mail-document.h"
#include "sb-mail.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

/* Any bytes said to be a message give a text or an error. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autofree char *head = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbExtraction) extraction = NULL;
  g_autofree char *answer = NULL;
  int fd = memfd_create ("mail", MFD_CLOEXEC);

  sb_mail_is_likely (head);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  g_assert_cmpint (lseek (fd, 0, SEEK_SET), ==, 0);
  extraction = _sb_mail_document_extract (fd, NULL, SB_EXTRACT_WHOLE, &error);
  close (fd);
  g_assert_true ((extraction == NULL) == (error != NULL));
  if (extraction == NULL)
    return 0;

  answer = _sb_extractor_answer_new (extraction);
  g_assert_true (g_utf8_validate (answer, -1, NULL));
  return 0;
}
