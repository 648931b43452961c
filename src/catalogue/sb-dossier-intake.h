/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-dossier-reader.h"

G_BEGIN_DECLS

/**
 * SbDossierIntake:
 *
 * A dossier on its way into the catalogue, line by line, so that it need not be
 * in memory: one transaction and one unit of the history.
 * Freed without having been committed, it leaves no trace.
 *
 * Lines are given twice: first all records are announced, so that what refers
 * may come before what it refers to; then records and ties are put, in any
 * order. Originals come last. Belongs to the thread of its store.
 */
typedef struct _SbDossierIntake SbDossierIntake;

/* @label as for sb_change_set_new(). */
SbDossierIntake *sb_dossier_intake_new (SbStore *store,
                                        const char *label,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Says that the record of @line, of @kind, will be put. An error of the format
 * when it was announced before. */
gboolean sb_dossier_intake_announce (SbDossierIntake *self,
                                     SbKind kind,
                                     const char *line,
                                     gsize length,
                                     GError **error);

/* Takes a line: a record that was announced, a tie, or an issue of a briefing that was put;
 * @kind is what the line must be ("event", "evidence", "issue"). */
gboolean sb_dossier_intake_put (SbDossierIntake *self,
                                const char *kind,
                                const char *line,
                                gsize length,
                                GError **error);

/* Takes an original whose SHA-256 is @hash, which the caller has made sure of.
 * An error of the format when no document has it. */
gboolean sb_dossier_intake_put_original (SbDossierIntake *self,
                                         const char *hash,
                                         GBytes *bytes,
                                         GError **error);

/* Stores it all. @counts may be NULL. */
gboolean sb_dossier_intake_commit (SbDossierIntake *self,
                                   SbImportCounts *counts,
                                   GError **error);
void sb_dossier_intake_free (SbDossierIntake *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbDossierIntake, sb_dossier_intake_free)

G_END_DECLS
