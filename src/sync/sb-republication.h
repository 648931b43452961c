/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* What the analyst says of two documents that look alike. It is kept with the
 * document, as a link that was not found: the program does not say otherwise any more,
 * whatever comes. It can be undone as any work, and taken back at any later time. */
typedef enum
{
  SB_REPUBLICATION_YES, /* it republishes the other one */
  SB_REPUBLICATION_NO, /* it is a text of its own, and none of the group of the other */
  SB_REPUBLICATION_FORGET, /* nothing is said: the program may find out */
} SbRepublicationWord;

/* Says it of @document and @other; with 0 for @other, of the first of the group that
 * @document is in, or of what it was said not to republish. FALSE with
 * %SB_CATALOGUE_ERROR_INVALID when there is no other one, or nothing to forget, and
 * with %SB_CATALOGUE_ERROR_UNKNOWN_REFERENCE when one of them is not there. Blocks. */
gboolean sb_republication_say (SbStore *store,
                               gint64 document,
                               gint64 other,
                               SbRepublicationWord word,
                               GError **error);

G_END_DECLS
