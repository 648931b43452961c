/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SbExportFormat:
 * @ending: of its files, ".pdf"
 * @name: what it is, marked with N_()
 */
typedef struct
{
  const char *ending;
  const char *name;
} SbExportFormat;

/* Asks for the file that something is exported to, and for one of @formats: each is in the
 * list of the chooser, and the ending of the name follows the one that is chosen. @name is
 * proposed, with the ending of the first one; @formats stay. It is not shown yet. */
GtkFileChooserNative *sb_export_chooser_new (GtkWindow *parent,
                                             const char *title,
                                             const char *name,
                                             const SbExportFormat *formats,
                                             guint n_formats) G_GNUC_WARN_UNUSED_RESULT;

/* The path that was chosen. A name without an ending that is known gets that of the format,
 * unless there is a file of that name, which nobody was asked about. NULL when nothing of
 * this machine was chosen. */
char *sb_export_chooser_dup_path (GtkFileChooserNative *chooser) G_GNUC_WARN_UNUSED_RESULT;

/* @path, a name or a path, with the ending of @format in the place of one of @formats, or
 * behind it where it has none. */
char *sb_export_format_apply (const SbExportFormat *format,
                              const SbExportFormat *formats,
                              guint n_formats,
                              const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
