/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-dossier.h"
#include "sb-window-private.h"

/* Reads "2025-07-01/2026-05-31". */
static gboolean
parse_period (const char *text,
              int *first,
              int *last)
{
  g_auto (GStrv) days = g_strsplit (text, "/", 2);

  return g_strv_length (days) == 2 && sb_day_parse (days[0], first) && sb_day_parse (days[1], last);
}

static void
dossiers_listed_cb (GObject *object,
                    GAsyncResult *result,
                    gpointer user_data)
{
  g_autoptr (SbWindow) self = user_data;
  g_autoptr (GPtrArray) dossiers = sb_catalogue_list_finish (SB_CATALOGUE (object), result, NULL);
  SbDate *first;
  SbDate *last;

  if (dossiers == NULL || dossiers->len == 0 || self->session == NULL)
    return;

  first = sb_record_get_date (g_ptr_array_index (dossiers, 0), SB_DOSSIER_FIRST);
  last = sb_record_get_date (g_ptr_array_index (dossiers, 0), SB_DOSSIER_LAST);
  if (first == NULL || last == NULL)
    return;

  sb_session_set_period (self->session, sb_date_get_first_day (first), sb_date_get_last_day (last));
  sb_session_set_as_of (self->session, sb_date_get_last_day (last));
}

/* Nothing was looked at before: begin with what the first dossier is about. */
static void
start_from_dossier (SbWindow *self)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOSSIER);

  query->limit = 1;
  sb_catalogue_list_async (sb_context_get_catalogue (self->context), query, NULL, dossiers_listed_cb,
                           g_object_ref (self));
}

void
_sb_window_restore_moment (SbWindow *self)
{
  GSettings *settings = sb_context_get_settings (self->context);
  g_autofree char *period = g_settings_get_string (settings, "period");
  g_autofree char *as_of = g_settings_get_string (settings, "as-of");
  int first;
  int last;
  int day;

  if (!parse_period (period, &first, &last))
    {
      start_from_dossier (self);
      return;
    }

  sb_session_set_period (self->session, first, last);
  sb_session_set_as_of (self->session, sb_day_parse (as_of, &day) ? day : last);
}

void
_sb_window_restore_state (SbWindow *self)
{
  GSettings *settings = sb_context_get_settings (self->context);
  g_autofree char *page = g_settings_get_string (settings, "page");

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  if (adw_view_stack_get_child_by_name (self->pages, page) != NULL)
    adw_view_stack_set_visible_child_name (self->pages, page);
}

void
_sb_window_save_state (SbWindow *self)
{
  GSettings *settings = sb_context_get_settings (self->context);
  g_autofree char *first = sb_day_to_string (sb_session_get_first_day (self->session));
  g_autofree char *last = sb_day_to_string (sb_session_get_last_day (self->session));
  g_autofree char *as_of = sb_day_to_string (sb_session_get_as_of (self->session));
  g_autofree char *period = g_strdup_printf ("%s/%s", first, last);
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_string (settings, "page", adw_view_stack_get_visible_child_name (self->pages));
  if (!sb_context_is_ready (self->context))
    return;

  g_settings_set_string (settings, "period", period);
  g_settings_set_string (settings, "as-of", as_of);
}
