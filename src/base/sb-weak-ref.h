/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What a widget gives to work in the background as user data: the work does not
 * keep a window alive that was closed, so that closing it frees it and stops the
 * work. Main thread. */
gpointer sb_weak_ref_new (gpointer object) G_GNUC_WARN_UNUSED_RESULT;

/* The object, to be unreferenced, or NULL when it is gone; frees @weak_ref. */
gpointer sb_weak_ref_take (gpointer weak_ref) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
