/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-context.h"
#include "sb-record.h"
#include "sb-session.h"

G_BEGIN_DECLS

/* Which briefing is meant. */
typedef enum
{
  SB_BRIEFING_ADDITION_CURRENT, /* the one that was written in last, if there is one */
  SB_BRIEFING_ADDITION_ASK,
} SbBriefingAdditionWay;

/* Puts what is read into a briefing, as one unit of work that can be undone, and says so
 * in the window of @widget: @extract (nullable) as a quotation, stored if it is new, or
 * else the document with that id. Without a briefing to put it into, it asks for one, and
 * offers a new one, whose period is that of @session. */
void sb_briefing_addition_start (GtkWidget *widget,
                                 SbContext *context,
                                 SbSession *session,
                                 SbBriefingAdditionWay way,
                                 SbRecord *extract,
                                 gint64 document);

G_END_DECLS
