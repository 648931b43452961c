/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The callback of a call that a test waits for. @user_data is where its result is put:
 * a GAsyncResult * of the test, which owns what is put there. */
void sb_test_result_cb (GObject *object,
                        GAsyncResult *result,
                        gpointer user_data);

/* Runs the main loop until there is one; returns what is at @place. */
GAsyncResult *sb_test_result_wait (GAsyncResult **place);

G_END_DECLS
