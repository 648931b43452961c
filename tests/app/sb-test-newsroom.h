/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-context.h"
#include "sb-feed.h"
#include "sb-test-screen.h"

G_BEGIN_DECLS

/* What the window works with, for tests of its pages and dialogs: a context on
 * a new catalogue in a folder of its own, and a server on the loopback with
 *
 *   /feed     a feed of two entries, “Le fil du fleuve”
 *   /other    a feed of one, “Notes du plateau”
 *   /page     a page that names both
 *   /plain    a page that names none
 *   /refused  403
 *   /slow     no answer at all
 */
typedef struct
{
  char *folder; /* (owned) */
  SbContext *context; /* (owned) */
  char *address; /* (owned) of the server, without a slash at the end */
  gpointer server; /* (owned) */
} SbTestNewsroom;

void sb_test_newsroom_open (SbTestNewsroom *room,
                            gconstpointer data);
void sb_test_newsroom_close (SbTestNewsroom *room,
                             gconstpointer data);

/* The address of a path of the server. */
char *sb_test_newsroom_get_url (SbTestNewsroom *room,
                                const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* Writes a file into the folder. */
char *sb_test_newsroom_write_file (SbTestNewsroom *room,
                                   const char *name,
                                   const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Adds a feed at an address, as it is before it was ever fetched. */
void sb_test_newsroom_add_feed (SbTestNewsroom *room,
                                const char *url,
                                const char *title);

/* The records of a kind that the catalogue holds now. (element-type SbRecord) */
GPtrArray *sb_test_newsroom_list (SbTestNewsroom *room,
                                  SbKind kind) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
