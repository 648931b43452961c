/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Why something lies beside a document that is read. */
typedef enum
{
  SB_READER_LINK_SAME_TEXT, /* another document with its text */
  SB_READER_LINK_SAME_THINGS, /* another one on the same things */
  SB_READER_LINK_CAPTURE, /* its own page as it was once */
} SbReaderLinkKind;

/**
 * SbReaderLink:
 * @title: (owned)
 * @detail: (owned) (nullable) from whom and when, and why: what both name
 * @document: the other document; 0 of a capture
 * @capture: its position among the captures
 *
 * What can be gone to from a document.
 */
typedef struct
{
  SbReaderLinkKind kind;
  char *title;
  char *detail;
  gint64 document;
  guint capture;
} SbReaderLink;

/* Takes over the texts. */
SbReaderLink *sb_reader_link_new (SbReaderLinkKind kind,
                                  char *title,
                                  char *detail) G_GNUC_WARN_UNUSED_RESULT;
void sb_reader_link_free (SbReaderLink *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbReaderLink, sb_reader_link_free)

G_END_DECLS
