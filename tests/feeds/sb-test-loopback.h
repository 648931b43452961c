/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * SbTestLoopback:
 *
 * A server on the loopback, for tests of what asks one over HTTP. The connections
 * are accepted here and handed to libsoup, not by soup_server_listen(): libsoup 3.2
 * leaks each socket that it accepts itself, and the leak checker could only know
 * these from leaks of ours by whole stacks, which make every allocation of a test
 * ten times as dear. Answers on the default main context.
 */
typedef struct _SbTestLoopback SbTestLoopback;

SbTestLoopback *sb_test_loopback_new (SoupServerCallback callback,
                                      gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
/* For one more path than its callback knows. */
void sb_test_loopback_add (SbTestLoopback *self,
                           const char *path,
                           SoupServerCallback callback,
                           gpointer user_data);
/* Ends all connections. */
void sb_test_loopback_free (SbTestLoopback *self);

/* Of 127.0.0.1. */
guint sb_test_loopback_get_port (const SbTestLoopback *self);

G_END_DECLS
