/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a text of a briefing cites: between brackets the UUIDs of records, extracts or
 * documents, each behind an at sign: [@UUID], or [@UUID; @UUID] for several. */
typedef struct
{
  gsize start; /* in bytes of the text */
  gsize end;
  GPtrArray *uuids; /* (owned) (element-type utf8) as they are written */
} SbTextCitation;

void sb_text_citation_clear (SbTextCitation *self);

/* The first citation at or after the byte @from; FALSE when there is none. What @found
 * holds is cleared by the caller. */
gboolean sb_text_citation_find (const char *text,
                                gsize from,
                                SbTextCitation *found);
/* Adds the UUIDs that @text (nullable) cites and that are not in @uuids yet. */
void sb_text_citation_collect (const char *text,
                               GPtrArray *uuids);
/* "[@UUID; @UUID]" */
char *sb_text_citation_format (GPtrArray *uuids) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbTextCitation, sb_text_citation_clear)

G_END_DECLS
