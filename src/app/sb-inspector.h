/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <adwaita.h>

#include "sb-catalogue.h"
#include "sb-event-source.h"
#include "sb-mention-follower.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbInspector:
 *
 * Shows what is selected in the session, wherever it was selected: its sheet,
 * the records around it and the extracts behind it.
 */
#define SB_TYPE_INSPECTOR (sb_inspector_get_type ())

G_DECLARE_FINAL_TYPE (SbInspector, sb_inspector, SB, INSPECTOR, AdwBin)

GtkWidget *sb_inspector_new (SbCatalogue *catalogue,
                             SbSession *session);
/* Shows of an actor what it did and where as well, of @events: a dossier. */
GtkWidget *sb_inspector_new_for_dossier (SbCatalogue *catalogue,
                                         SbSession *session,
                                         SbEventSource *events);

/* Has it look up anew which documents name the selection once they were read again, which
 * is some time behind a change of names. @mentions: (nullable) for nothing. */
void sb_inspector_follow_mentions (SbInspector *self,
                                   SbMentionFollower *mentions);

G_END_DECLS
