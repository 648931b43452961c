/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-title-order.h"

#include "sb-language.h"
#include "sb-record.h"
#include "sb-text.h"

#include <gtk/gtk.h>

/* Folded as the catalogue does it: case and accents do not count. */
static char *
dup_key (SbRecord *record)
{
  return sb_fold (sb_record_get_title (record, sb_language_get_interface ()));
}

GListModel *
sb_title_order_new (GListModel *records)
{
  GtkExpression *key;
  GtkStringSorter *sorter;

  g_return_val_if_fail (G_IS_LIST_MODEL (records), NULL);

  if (sb_language_get_interface () == SB_LANGUAGE_FR)
    return records;

  key = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_key), NULL, NULL);
  sorter = gtk_string_sorter_new (key);
  gtk_string_sorter_set_ignore_case (sorter, FALSE);
  return G_LIST_MODEL (gtk_sort_list_model_new (records, GTK_SORTER (sorter)));
}
