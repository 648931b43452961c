/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

/* A disk for SQLite that fails when it is told to: the usual one, in which the
 * write that is asked for is the last that succeeds until it is put right. */

typedef enum
{
  SB_FAULT_FULL, /* there is no room, from then on */
  SB_FAULT_FULL_ONCE, /* there is none for that write */
  SB_FAULT_TORN, /* half of it is written, and no more from then on */
  SB_FAULT_SYNC, /* nothing can be made to last, from that flush on */
  SB_N_FAULTS
} SbFault;

/* Makes it the disk of all connections that are opened. */
void sb_fault_vfs_register (void);

/* Lets @n writes (flushes, for SB_FAULT_SYNC) pass, then fail. */
void sb_fault_vfs_arm (SbFault fault,
                       guint n);
/* Puts the disk right; returns whether anything failed. */
gboolean sb_fault_vfs_disarm (void);

/* How many writes (flushes, for SB_FAULT_SYNC) were asked for since it was
 * armed. */
guint sb_fault_vfs_get_n_asked (void);
/* The numbers of those writes that began something else: the first to another
 * file than the write before it, and the first after a flush; in order.
 * (element-type guint), owned by the disk until it is armed again. */
const GArray *sb_fault_vfs_get_turns (void);

const char *sb_fault_get_name (SbFault fault);
