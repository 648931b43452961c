/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-connection.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* Opens the file of a catalogue and brings its schema up to date. One that is
 * not a catalogue, or one of a newer program, is told by its first bytes and
 * left alone: opening it for writing would change it. */
SbConnection *_sb_store_file_open (const char *path,
                                   SbStoreFlags flags,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether there is a catalogue at @path that this program can read, or bring up
 * to date. */
gboolean _sb_store_file_check (const char *path,
                               GError **error);
/* Whether a catalogue may take the place of what is at @path: nothing, a
 * catalogue, or something too damaged to be anything. */
gboolean _sb_store_file_check_place (const char *path,
                                     GError **error);
/* Brings a catalogue up to date without a backup. */
gboolean _sb_store_file_update (SbConnection *connection,
                                GError **error);

G_END_DECLS
