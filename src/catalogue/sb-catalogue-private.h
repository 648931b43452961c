/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-change-relay.h"
#include "sb-worker.h"

G_BEGIN_DECLS

/* What the service and the work that it does share. */

struct _SbCatalogue
{
  GObject parent_instance;

  char *path; /* (owned) */
  char *undo_label; /* (owned) (nullable) */
  char *redo_label; /* (owned) (nullable) */

  SbWorker *writer; /* (owned) */
  SbWorker *reader; /* (owned) */
  SbChangeRelay *relay; /* (owned) */
  GCancellable *closing; /* (owned) of the backup, when the catalogue goes */
  guint poll_id;
  guint backup_id;
  gboolean is_polling; /* a look at the file is under way */

  /* Set once by opening, before anything else is asked of the workers. */
  SbStore *write_store; /* (owned) (nullable) (worker writer) */
  SbStore *read_store; /* (owned) (nullable) (worker reader) */
  gint64 data_version; /* (worker writer) */
};

/* Runs @func in the writer with the store of the writer, for @task. */
void _sb_catalogue_push_write (SbCatalogue *self,
                               GTask *task,
                               int priority,
                               SbReadFunc func,
                               gpointer data);

G_END_DECLS
