/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-outline.h"

G_BEGIN_DECLS

/**
 * SbImprintForm:
 *
 * What the pages of a briefing say of the briefing: its period, the day that it stands for,
 * its data cutoff, its subtitle, its series, its theme and its contacts. What is typed is
 * an edit as soon as it can be kept; where it cannot, the form says why below, and the
 * briefing stays as it was. Main thread.
 *
 * Signal "edited": the briefing becomes this record; the string names the edit to the user.
 */
#define SB_TYPE_IMPRINT_FORM (sb_imprint_form_get_type ())

G_DECLARE_FINAL_TYPE (SbImprintForm, sb_imprint_form, SB, IMPRINT_FORM, GtkBox)

/* Shows the briefing of @outline, which is what the briefing makes of @template. */
void sb_imprint_form_show (SbImprintForm *self,
                           SbTemplate *template,
                           SbOutline *outline);

/* The data cutoff takes the focus. */
void sb_imprint_form_focus_cutoff (SbImprintForm *self);

G_END_DECLS
