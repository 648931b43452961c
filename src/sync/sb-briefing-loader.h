/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-briefing-input.h"
#include "sb-record-builder.h"
#include "sb-store.h"
#include "sb-template.h"

G_BEGIN_DECLS

/* Loads what a briefing is made from: the records of its dossier, or of the
 * whole catalogue, that belong to its period or hold on its as-of day, each with
 * its evidence; and what the blocks of @template (nullable) that keep to days of their
 * own ask for. Blocks. */
SbBriefingInput *sb_briefing_loader_load (SbStore *store,
                                          SbRecord *briefing,
                                          SbTemplate *template,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same with the days that are compared, in the place of those of the template
 * (sb_briefing_input_set_days()). */
SbBriefingInput *sb_briefing_loader_load_days (SbStore *store,
                                               SbRecord *briefing,
                                               SbTemplate *template,
                                               const int *days,
                                               guint n_days,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Adds what changed after the day @since and by the as-of day, with its evidence. Those
 * of its own period a page of changes has already. Blocks. */
gboolean sb_briefing_loader_load_changes (SbStore *store,
                                          SbBriefingInput *input,
                                          int since,
                                          GError **error);

/* Makes @builder a briefing of this template, called as the template is until it
 * has a headline of its own. A template that is not built in lends its name. */
void sb_briefing_loader_set_template (SbRecordBuilder *builder,
                                      const char *template);

/* A new briefing of @template on the last days of the first dossier, or of today. */
SbRecord *sb_briefing_loader_create (SbStore *store,
                                     const char *template,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The briefing to print when none was named: the first one of the catalogue
 * with this template; else one made for the last week of the first dossier, or
 * of today. */
SbRecord *sb_briefing_loader_choose (SbStore *store,
                                     const char *template,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
