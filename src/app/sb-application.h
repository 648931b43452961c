/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <adwaita.h>

#include "sb-context.h"

G_BEGIN_DECLS

/**
 * SbApplication:
 *
 * The program: makes the services, opens windows on them, imports the files it
 * is given.
 */
#define SB_TYPE_APPLICATION (sb_application_get_type ())

G_DECLARE_FINAL_TYPE (SbApplication, sb_application, SB, APPLICATION, AdwApplication)

SbApplication *sb_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Borrowed; NULL before the program has started up. */
SbContext *sb_application_get_context (SbApplication *self);

G_END_DECLS
