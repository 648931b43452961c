/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-map-print.h"

#include <glib/gi18n.h>

struct _SbMapPrint
{
  GtkPrintOperation parent_instance;

  SbContext *context; /* (owned) */
  SbMapRequest *request; /* (owned) (nullable) until it is handed to the worker */
  SbOperation *loading; /* (owned) (nullable) while it is there */
  SbMapSheet *sheet; /* (owned) (nullable) */
  GError *failure; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SbMapPrint, sb_map_print, GTK_TYPE_PRINT_OPERATION)

/* Run in the worker. */
static gpointer
load_sheet (SbStore *store,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (SbMapSheet) sheet = sb_map_request_load (data, store, error);

  if (sheet == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&sheet);
}

static void
loaded_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (SbMapPrint) self = user_data;

  self->sheet = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &self->failure);
  sb_operation_complete (self->loading);
  g_clear_object (&self->loading);
  if (self->sheet == NULL)
    gtk_print_operation_cancel (GTK_PRINT_OPERATION (self));
}

static void
load (SbMapPrint *self)
{
  self->loading = sb_context_start_operation (self->context, _ ("Preparing the map for printing"));
  sb_catalogue_read_async (sb_context_get_catalogue (self->context), load_sheet, g_steal_pointer (&self->request),
                           (GDestroyNotify) sb_map_request_free, (GDestroyNotify) sb_map_sheet_unref,
                           sb_operation_get_cancellable (self->loading), loaded_cb, g_object_ref (self));
}

/* Is asked, whenever there is nothing else to do, until the map is there. */
static gboolean
sb_map_print_paginate (GtkPrintOperation *operation,
                       GtkPrintContext *context)
{
  SbMapPrint *self = SB_MAP_PRINT (operation);

  if (self->request != NULL)
    load (self);
  if (self->sheet == NULL)
    return FALSE;

  gtk_print_operation_set_n_pages (operation, 1);
  return TRUE;
}

static void
sb_map_print_draw_page (GtkPrintOperation *operation,
                        GtkPrintContext *context,
                        int page)
{
  SbMapPrint *self = SB_MAP_PRINT (operation);

  sb_map_sheet_draw (self->sheet, gtk_print_context_get_cairo_context (context), gtk_print_context_get_width (context),
                     gtk_print_context_get_height (context));
}

static void
sb_map_print_finalize (GObject *object)
{
  SbMapPrint *self = SB_MAP_PRINT (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->request, sb_map_request_free);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->sheet, sb_map_sheet_unref);
  g_clear_error (&self->failure);

  G_OBJECT_CLASS (sb_map_print_parent_class)->finalize (object);
}

static void
sb_map_print_class_init (SbMapPrintClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sb_map_print_finalize;
  operation_class->paginate = sb_map_print_paginate;
  operation_class->draw_page = sb_map_print_draw_page;
}

static void
sb_map_print_init (SbMapPrint *self)
{
  gtk_print_operation_set_use_full_page (GTK_PRINT_OPERATION (self), TRUE);
  gtk_print_operation_set_unit (GTK_PRINT_OPERATION (self), GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (GTK_PRINT_OPERATION (self), TRUE);
}

SbMapPrint *
sb_map_print_new (SbContext *context,
                  SbMapRequest *request)
{
  SbMapPrint *self;

  g_return_val_if_fail (SB_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (request != NULL, NULL);

  self = g_object_new (SB_TYPE_MAP_PRINT, NULL);
  self->context = g_object_ref (context);
  self->request = request;

  return self;
}

const GError *
sb_map_print_get_failure (SbMapPrint *self)
{
  g_return_val_if_fail (SB_IS_MAP_PRINT (self), NULL);

  return self->failure;
}
