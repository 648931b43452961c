/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

#include "sb-store.h"

G_BEGIN_DECLS

/**
 * SbChangeRelay:
 *
 * Carries what changed in the catalogue from the worker that changed it to the
 * main loop, put together to one notice a turn. Reference counted; the functions
 * are for any thread.
 */
typedef struct _SbChangeRelay SbChangeRelay;

/* What happened since the last notice. */
typedef struct
{
  guint kinds; /* bits (1 << SbKind) */
  gboolean has_labels; /* the next two were read anew */
  char *undo_label; /* (owned) (nullable) */
  char *redo_label; /* (owned) (nullable) */
} SbNotice;

/* Called in the main context in which the relay was made, as long as @owner is
 * there. May take the labels. */
typedef void (*SbNoticeFunc) (GObject *owner,
                              SbNotice *notice);

SbChangeRelay *_sb_change_relay_new (GObject *owner,
                                     SbNoticeFunc func) G_GNUC_WARN_UNUSED_RESULT;
SbChangeRelay *_sb_change_relay_ref (SbChangeRelay *self);
void _sb_change_relay_unref (SbChangeRelay *self);

/* Records of @kinds changed. */
void _sb_change_relay_tell_kinds (SbChangeRelay *self,
                                  guint kinds);
/* They did, and these are the labels now; takes over both. */
void _sb_change_relay_tell_all (SbChangeRelay *self,
                                guint kinds,
                                char *undo_label,
                                char *redo_label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbChangeRelay, _sb_change_relay_unref)

G_END_DECLS
