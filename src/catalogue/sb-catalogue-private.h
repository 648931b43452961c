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
  SbWorker *keeper; /* (owned) (nullable) makes the backups */
  SbChangeRelay *relay; /* (owned) */
  GCancellable *closing; /* (owned) of the backup, when the catalogue goes */
  guint poll_id;
  guint backup_id;
  gboolean is_polling; /* a look at the file is under way */
  guint index_id;
  gboolean is_indexing;
  gboolean index_again; /* something changed while it was indexed */
  guint n_index_holds; /* who has it left alone */

  SbTextFunc text_func; /* (nullable) set before it is opened */

  /* Set once by opening, before anything else is asked of the workers. */
  SbStore *write_store; /* (owned) (nullable) (worker writer) */
  SbStore *read_store; /* (owned) (nullable) (worker reader) */
  gint64 data_version; /* (worker writer) */
  guint64 file_id; /* (worker writer) of the file that is open */
  gboolean is_read_only; /* the store of the writer cannot write either */
  int is_reader_outdated; /* (atomic) the file was replaced by another one */
};

/* Opens the store of the reader again when the file was replaced. Run in the
 * reader. */
void _sb_catalogue_renew_reader (SbCatalogue *self);

/* sb-catalogue-backup.c: makes the backup of the day, beside all other work;
 * emits "backup-failed". Nothing is done when there is one. */
void _sb_catalogue_back_up (SbCatalogue *self);
void _sb_catalogue_tell_backup_failed (SbCatalogue *self,
                                       const GError *error);

/* Runs @func in the writer with the store of the writer, for @task. */
void _sb_catalogue_push_write (SbCatalogue *self,
                               GTask *task,
                               int priority,
                               SbReadFunc func,
                               gpointer data);

/* sb-catalogue-indexing.c: brings the full-text index up to date once it is
 * quiet, a little at a time, behind all that anybody asks for. */
void _sb_catalogue_index_later (SbCatalogue *self);

G_END_DECLS
