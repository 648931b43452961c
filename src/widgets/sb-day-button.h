/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-form-aid.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbDayButton:
 *
 * The as-of day of a session, and where another is typed: as a date in words or in
 * figures, of which it shows how it is understood. A day beyond the period widens the
 * period. Main thread.
 */
#define SB_TYPE_DAY_BUTTON (sb_day_button_get_type ())

G_DECLARE_FINAL_TYPE (SbDayButton, sb_day_button, SB, DAY_BUTTON, GtkWidget)

void sb_day_button_set_session (SbDayButton *self,
                                SbSession *session);
/* (nullable) Reads dates in words; without it, only dates in figures are understood. */
void sb_day_button_set_aid (SbDayButton *self,
                            SbFormAid *aid);

G_END_DECLS
