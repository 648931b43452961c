/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/**
 * SbCatalogue:
 *
 * The catalogue as a service of the window: lives on the main thread, holds one
 * writer and one reader, each a worker with a connection of its own, and tells
 * of changes, its own and those of other programs on the same file.
 */
#define SB_TYPE_CATALOGUE (sb_catalogue_get_type ())

G_DECLARE_FINAL_TYPE (SbCatalogue, sb_catalogue, SB, CATALOGUE, GObject)

/* Run in a worker. What it returns is freed by the destroy function given with
 * it unless the caller takes it by sb_catalogue_read_finish(). */
typedef gpointer (*SbReadFunc) (SbStore *store,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error);

/* Signal "changed" (guint kinds): records of these kinds (bits 1 << SbKind)
 * changed; at most once per turn of the main loop. What another program
 * changed, or a catalogue that was restored, is told within some seconds.
 * Signal "backup-failed" (GError *): the backup of the day, which nobody waits
 * for, could not be made.
 * Properties: "path", "undo-label", "redo-label" (NULL when there is nothing). */

SbCatalogue *sb_catalogue_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;
const char *sb_catalogue_get_path (SbCatalogue *self);
const char *sb_catalogue_get_undo_label (SbCatalogue *self);
const char *sb_catalogue_get_redo_label (SbCatalogue *self);

/* As sb_store_set_text_func(), for all of its stores; to be said before it is opened. */
void sb_catalogue_set_text_func (SbCatalogue *self,
                                 SbTextFunc func);

/* Opens the file, made if need be. To be done before anything else. One that may
 * not be written to is opened to be read: all that writes then fails with
 * %SB_SQLITE_ERROR_READ_ONLY, there is nothing to undo, and nothing is done in the
 * background. */
void sb_catalogue_open_async (SbCatalogue *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean sb_catalogue_open_finish (SbCatalogue *self,
                                   GAsyncResult *result,
                                   GError **error);
/* Whether it can only be read; known once it is open. */
gboolean sb_catalogue_is_read_only (SbCatalogue *self);

/* Leaves the full-text index alone until as many calls of the other: what comes in bulk
 * is sooner there, and sooner indexed in the end. Main thread. */
void sb_catalogue_hold_indexing (SbCatalogue *self);
void sb_catalogue_release_indexing (SbCatalogue *self);

/* Runs @func in the reader. @data is freed by @data_free, the answer by
 * @result_free if nobody takes it. */
void sb_catalogue_read_async (SbCatalogue *self,
                              SbReadFunc func,
                              gpointer data,
                              GDestroyNotify data_free,
                              GDestroyNotify result_free,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gpointer sb_catalogue_read_finish (SbCatalogue *self,
                                   GAsyncResult *result,
                                   GError **error);

/* The records that meet @query. (element-type SbRecord) */
void sb_catalogue_list_async (SbCatalogue *self,
                              const SbQuery *query,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GPtrArray *sb_catalogue_list_finish (SbCatalogue *self,
                                     GAsyncResult *result,
                                     GError **error);

/* Stores a unit of work. Done in the order asked. */
void sb_catalogue_write_async (SbCatalogue *self,
                               SbChangeSet *changes,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean sb_catalogue_write_finish (SbCatalogue *self,
                                    GAsyncResult *result,
                                    GError **error);

void sb_catalogue_undo_async (SbCatalogue *self,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
void sb_catalogue_redo_async (SbCatalogue *self,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* The label of what was undone or redone; NULL with no error: nothing. */
char *sb_catalogue_undo_finish (SbCatalogue *self,
                                GAsyncResult *result,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Runs @func in the writer, in the order of the writes; the kinds that changed
 * are looked up when it is done. For sync, import and backup. */
void sb_catalogue_run_writer_async (SbCatalogue *self,
                                    SbReadFunc func,
                                    gpointer data,
                                    GDestroyNotify data_free,
                                    GDestroyNotify result_free,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

G_END_DECLS
