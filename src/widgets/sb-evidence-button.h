/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-record.h"
#include "sb-session.h"

G_BEGIN_DECLS

/* A passage as it is quoted below what rests on it: its words, the grade and the source,
 * and whether it speaks against it. Clicked, it asks @session (nullable) for the document
 * at that place. @evidence: a record of sb_evidence_schema. */
GtkWidget *sb_evidence_button_new (SbRecord *evidence,
                                   SbSession *session,
                                   SbLanguage language);

G_END_DECLS
