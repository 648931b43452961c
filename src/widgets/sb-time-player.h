/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-form-aid.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbTimePlayer:
 *
 * Lets the as-of day of a session go on by itself, to the end of its period: a button
 * that starts and stops it, and how fast it goes. Started at the end, it begins
 * anew. Beside the button is the day, where another can be typed (SbDayButton).
 *
 * Properties: "playing" (boolean), "speed" (double, weeks a second).
 */
#define SB_TYPE_TIME_PLAYER (sb_time_player_get_type ())

G_DECLARE_FINAL_TYPE (SbTimePlayer, sb_time_player, SB, TIME_PLAYER, GtkWidget)

void sb_time_player_set_session (SbTimePlayer *self,
                                 SbSession *session);
/* (nullable) Reads the days that are typed. */
void sb_time_player_set_aid (SbTimePlayer *self,
                             SbFormAid *aid);
gboolean sb_time_player_is_playing (SbTimePlayer *self);
void sb_time_player_set_playing (SbTimePlayer *self,
                                 gboolean playing);

/* So many seconds have passed; what the clock does while it plays. */
void sb_time_player_advance (SbTimePlayer *self,
                             double seconds);

G_END_DECLS
