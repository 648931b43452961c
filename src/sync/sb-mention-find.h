/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-document-text.h"
#include "sb-mention-intake.h"
#include "sb-name-set.h"

G_BEGIN_DECLS

/* The parts of sb_mention_intake_step(), for who reads a document for other things at the
 * same time. */

/* The names that documents are read for, as they are now: those that a change of names
 * matters to wait to be read from then on. Outside of a hold of the store. Borrowed until
 * the intake is asked for anything else; NULL when it failed. */
const SbNameSet *_sb_mention_intake_follow_names (SbMentionIntake *self,
                                                  SbStore *store,
                                                  GError **error);

/* What a text names. Any thread. (element-type SbStoredMention) */
GPtrArray *_sb_mention_intake_find (const SbNameSet *names,
                                    const SbDocumentText *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
