/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-mention-intake.h"

G_BEGIN_DECLS

/* Compares documents with those that are there already, behind their being stored:
 * one that came, that changed, or that the analyst has said something else of. What
 * republishes another one, or is a new version of it, gets a link that says so, with
 * how much of it stands there; the first is the one that was published first, or else
 * came first, and when an earlier one comes later, it becomes the first. What the
 * analyst said of two documents goes before all else. */

/* Compares at most @n_documents, in one transaction; @goes_on is set when more wait. With
 * @names (nullable), those of them that wait for it are read for names as well: to do both
 * at once is to read a text once. Blocks, for some milliseconds a document. */
gboolean sb_likeness_intake_step (SbStore *store,
                                  SbMentionIntake *names,
                                  guint n_documents,
                                  gboolean *goes_on,
                                  GError **error);

/* Compares all that wait. */
gboolean sb_likeness_intake_run (SbStore *store,
                                 SbMentionIntake *names,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
