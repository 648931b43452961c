/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-connection.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* Copies a catalogue of schema version @from, which is about to be migrated,
 * into the folder of backups beside it. */
gboolean _sb_backup_before_migration (SbConnection *connection,
                                      int from,
                                      GError **error);

G_END_DECLS
