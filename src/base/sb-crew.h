/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SbCrew:
 *
 * Works on items on all cores, ahead of who stores them: what is pushed is worked on
 * at once, in any order, and comes back in the order in which it was pushed. So the
 * next items are read while the last ones are stored. Owned by one, and used by one
 * thread.
 */
typedef struct _SbCrew SbCrew;

/* How many items are pushed before the first is popped: enough for no core to wait for
 * another, and few enough for what is in memory to stay small. */
#define SB_CREW_AHEAD 48

/* Works on @item in any thread, beside others. */
typedef void (*SbCrewFunc) (gpointer item);

/* @free_item frees what is pushed and not popped. */
SbCrew *sb_crew_new (SbCrewFunc func,
                     GDestroyNotify free_item) G_GNUC_WARN_UNUSED_RESULT;
/* Waits for what is being worked on; what has not begun is left. */
void sb_crew_free (SbCrew *self);

/* @item: taken over; not NULL. */
void sb_crew_push (SbCrew *self,
                   gpointer item);

/* Whether another item is best pushed now, before the next is popped. */
gboolean sb_crew_wants_more (SbCrew *self);

/* The item that was pushed first of those that are left, once it was worked on; NULL
 * when there is none. The caller owns it. Blocks, and works on the item itself when
 * no other thread has begun. */
gpointer sb_crew_pop (SbCrew *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbCrew, sb_crew_free)

G_END_DECLS
