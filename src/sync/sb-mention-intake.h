/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"

G_BEGIN_DECLS

/**
 * SbMentionIntake:
 *
 * Reads documents for names behind their being stored: those that came or changed,
 * and those that names which changed matter to. It keeps the names that it knows
 * until they change. Reference counted; used by one thread at a time, the one that
 * writes.
 */
typedef struct _SbMentionIntake SbMentionIntake;

SbMentionIntake *sb_mention_intake_new (void) G_GNUC_WARN_UNUSED_RESULT;
SbMentionIntake *sb_mention_intake_ref (SbMentionIntake *self);
void sb_mention_intake_unref (SbMentionIntake *self);

/* The rules of mentions have changed: names are loaded anew. */
void sb_mention_intake_forget (SbMentionIntake *self);

/* If @document waits, it is read in the next step, before all others, because it is
 * being looked at; 0 for none. */
void sb_mention_intake_prefer (SbMentionIntake *self,
                               gint64 document);

/* Reads at most @n_documents (and the preferred one), in one transaction; @goes_on is set when more wait.
 * Blocks, for some milliseconds a document. */
gboolean sb_mention_intake_step (SbMentionIntake *self,
                                 SbStore *store,
                                 guint n_documents,
                                 gboolean *goes_on,
                                 GError **error);

/* Reads all that wait. */
gboolean sb_mention_intake_run (SbMentionIntake *self,
                                SbStore *store,
                                GCancellable *cancellable,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbMentionIntake, sb_mention_intake_unref)

G_END_DECLS
