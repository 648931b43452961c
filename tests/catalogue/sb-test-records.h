/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-change-set.h"
#include "sb-record-builder.h"
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

SbRecord *sb_test_make_place (const char *name);

/* Sets a reference to another record; returns @record with one. */
void sb_test_take_ref (SbRecordBuilder *builder,
                       guint field,
                       SbRecord *record);
SbRecord *sb_test_with_ref (SbRecord *record,
                            guint field,
                            SbRecord *other);
/* Adds items that name places or actors, written as words: "a1 b2" are the first of
 * @records with the second field 1, and the second one with 2. */
void sb_test_add_items (SbRecordBuilder *builder,
                        guint list,
                        const SbSchema *schema,
                        const char *words,
                        SbRecord *const *records);
/* The same words for the items that are there, by the French names. */
char *sb_test_write_items (SbRecord *record,
                           guint list) G_GNUC_WARN_UNUSED_RESULT;

/* All of them, the last kinds first: what refers comes before what it refers
 * to. */
SbChangeSet *sb_test_make_all (const char *label);

/* Stores one unit of work of one record; returns its id. */
gint64 sb_test_put (SbStore *store,
                    SbRecord *record,
                    const char *label);

/* A record as it is stored now; NULL when it is not. */
SbRecord *sb_test_get (SbStore *store,
                       SbRecord *record) G_GNUC_WARN_UNUSED_RESULT;

/* A new catalogue in a folder (sb-test-folder.h). */
SbStore *sb_test_open_store (const char *folder);
SbCatalogue *sb_test_open_catalogue (const char *folder);

/* Drops the last reference of the test and waits until those of work that is
 * just done are gone as well. */
void sb_test_close_catalogue (SbCatalogue *catalogue);
