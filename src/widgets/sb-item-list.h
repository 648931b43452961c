/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-form-aid.h"
#include "sb-record-builder.h"

G_BEGIN_DECLS

/**
 * SbItemList:
 *
 * The items of a list in a record, to be filled in, added and removed: the places of an
 * event, the statements of a claim. Small items stand on one line, others are forms.
 *
 * Signal "changed".
 */
#define SB_TYPE_ITEM_LIST (sb_item_list_get_type ())

G_DECLARE_FINAL_TYPE (SbItemList, sb_item_list, SB, ITEM_LIST, GtkWidget)

/* @label: what the list is called. */
GtkWidget *sb_item_list_new (SbFormAid *aid,
                             const SbSchema *schema,
                             const char *label);

void sb_item_list_load (SbItemList *self,
                        SbRecord *record,
                        guint index);
/* FALSE when something is wrong with an item, which it says in place. */
gboolean sb_item_list_store (SbItemList *self,
                             SbRecordBuilder *builder,
                             guint index);
void sb_item_list_collect_new (SbItemList *self,
                               GPtrArray *records);

G_END_DECLS
