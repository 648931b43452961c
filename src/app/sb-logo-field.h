/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-catalogue.h"

G_BEGIN_DECLS

/**
 * SbLogoField:
 *
 * The logo of a briefing, where it is looked at, chosen and removed. Files and pictures are
 * read in the reader of a catalogue. What it is asked for and cannot do it says below.
 * Main thread.
 *
 * Signal "edited": another logo is to be kept, a data: address (SB_BRIEFING_LOGO), or
 * none (NULL).
 */
#define SB_TYPE_LOGO_FIELD (sb_logo_field_get_type ())

G_DECLARE_FINAL_TYPE (SbLogoField, sb_logo_field, SB, LOGO_FIELD, GtkBox)

void sb_logo_field_set_catalogue (SbLogoField *self,
                                  SbCatalogue *catalogue);
/* Shows the logo at @address (nullable) of the briefing @uuid. */
void sb_logo_field_show (SbLogoField *self,
                         const char *uuid,
                         const char *address);
/* As if @file had been chosen. */
void sb_logo_field_read (SbLogoField *self,
                         GFile *file);

G_END_DECLS
