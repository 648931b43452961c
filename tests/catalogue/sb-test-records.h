/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-change-set.h"
#include "sb-store.h"
#include "sb-test-folder.h"
#include "sb-test-result.h"

/* Records with every field of their schema set, made from the schema alone, so
 * that a field that is added is tested without another line. There are
 * SB_TEST_N_EACH of each kind; they refer to each other. */

#define SB_TEST_N_EACH 3

char *sb_test_make_uuid (SbKind kind,
                         guint number);
SbRef *sb_test_make_ref (SbKind kind,
                         guint number);
SbRecord *sb_test_make_record (SbKind kind,
                               guint number);

/* An actor with a name and nothing else, and an event of a day. */
SbRecord *sb_test_make_actor (const char *name);
SbRecord *sb_test_make_event (const char *title,
                              const char *edtf);

/* All of them, the last kinds first: what refers comes before what it refers
 * to. */
SbChangeSet *sb_test_make_all (const char *label);

/* Stores one unit of work of one record; returns its id. */
gint64 sb_test_put (SbStore *store,
                    SbRecord *record,
                    const char *label);

/* A new catalogue in a folder (sb-test-folder.h). */
SbStore *sb_test_open_store (const char *folder);
SbCatalogue *sb_test_open_catalogue (const char *folder);

/* Drops the last reference of the test and waits until those of work that is
 * just done are gone as well. */
void sb_test_close_catalogue (SbCatalogue *catalogue);
