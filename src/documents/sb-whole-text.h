/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SbWholeText:
 *
 * The text of a file as names are counted in it, and what the file says of it. A
 * text file is its own text, character by character, whatever its character set;
 * of a page, a PDF or an office file it is the article. Owned by who made it.
 */
typedef struct
{
  char *text; /* (owned) UTF-8 */
  gsize n_bytes;
  char *language; /* (owned) (nullable) BCP 47 */
  gboolean has_day;
  int day; /* that it was published on, see sb-date.h */
} SbWholeText;

/* @content_type, @base_url: (nullable) as of sb_extract(). Fails as that does, and
 * takes as long: never on the main loop. */
SbWholeText *sb_whole_text_new (GBytes *bytes,
                                const char *content_type,
                                const char *base_url,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sb_whole_text_free (SbWholeText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbWholeText, sb_whole_text_free)

G_END_DECLS
