/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-find-dialog.h"
#include "sb-find-target.h"
#include "sb-window-private.h"

#include <glib/gi18n.h>

/* What was found and where it is to be shown. */
typedef struct
{
  SbWindow *window; /* (owned) */
  gboolean on_map;
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->window);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

/* The page on which records of a kind are looked at; NULL for those that the inspector
 * shows wherever one is. */
static const char *
choose_page (SbKind kind)
{
  switch (kind)
    {
    case SB_KIND_ACTOR:
      return "actors";

    case SB_KIND_ALLIANCE:
    case SB_KIND_RELATION:
      return "alliances";

    case SB_KIND_PLACE:
    case SB_KIND_CORRIDOR:
    case SB_KIND_RESTRICTION:
    case SB_KIND_CONTROL:
    case SB_KIND_ZONE:
      return "map";

    case SB_KIND_EVENT:
      return "chronology";

    case SB_KIND_BRIEFING:
      return "briefings";

    case SB_KIND_FEED:
      return "feeds";

    default:
      return NULL;
    }
}

/* What is shown must be in the period, or no page shows it. */
static void
widen_period (SbSession *session,
              const SbFindTarget *target)
{
  int first_day = MIN (sb_session_get_first_day (session), target->first_day);
  int last_day = MAX (sb_session_get_last_day (session), target->last_day);

  if (target->has_days)
    sb_session_set_period (session, first_day, last_day);
}

static void
show_inspector (SbWindow *self)
{
  g_settings_set_boolean (sb_context_get_settings (self->context), "inspector-visible", TRUE);
}

static void
show_target (SbWindow *self,
             const SbFindTarget *target,
             gboolean on_map)
{
  const char *page = on_map && target->has_bounds ? "map" : choose_page (sb_ref_get_kind (target->record));

  widen_period (self->session, target);
  sb_session_select (self->session, target->record);
  if (target->document > 0 && !on_map)
    {
      sb_session_request_document (self->session, target->document, target->start, target->end);
      return;
    }

  if (page != NULL)
    _sb_window_show_page (self, page);
  else
    show_inspector (self);
  if (g_strcmp0 (page, "map") == 0 && target->has_bounds)
    sb_session_request_area (self->session, &target->bounds);
  else if (on_map)
    _sb_window_show_message (self, _ ("This has no place on the map."));
}

static void
target_read_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbFindTarget) target = sb_find_target_read_finish (SB_CATALOGUE (object), result, &error);

  if (target == NULL)
    _sb_window_show_error (errand->window, error);
  else if (target->record == NULL)
    _sb_window_show_message (errand->window, _ ("This was removed in the meantime."));
  else
    show_target (errand->window, target, errand->on_map);
}

static void
run_command (SbWindow *self,
             const char *detailed_action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (!g_action_parse_detailed_name (detailed_action, &name, &target, NULL))
    return;

  if (!gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target))
    _sb_window_show_message (self, _ ("There is nothing to do for this command now."));
}

/* What no record is of. */
static void
show_area_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  SbWindow *self = SB_WINDOW (widget);
  SbBounds bounds;

  g_variant_get (parameter, "(dddd)", &bounds.west, &bounds.south, &bounds.east, &bounds.north);
  _sb_window_show_page (self, "map");
  sb_session_request_area (self->session, &bounds);
}

static void
chosen_cb (SbWindow *self,
           SbFindItem *item,
           gboolean on_map)
{
  SbRef *record = sb_find_item_get_record (item);
  Errand *errand;

  if (record == NULL)
    {
      run_command (self, sb_find_item_get_action (item));
      return;
    }

  if (sb_ref_get_kind (record) == SB_KIND_DOCUMENT)
    {
      sb_session_request_document (self->session, sb_ref_get_id (record), 0, 0);
      return;
    }

  errand = g_new0 (Errand, 1);
  errand->window = g_object_ref (self);
  errand->on_map = on_map;
  sb_find_target_read_async (sb_context_get_catalogue (self->context), record, target_read_cb, errand);
}

static void
find_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  SbWindow *self = SB_WINDOW (widget);
  g_autoptr (SbFinder) finder = NULL;
  SbFindDialog *dialog;

  if (!sb_context_is_ready (self->context))
    return;

  finder = sb_finder_new (sb_context_get_catalogue (self->context));
  dialog = sb_find_dialog_new (finder, GTK_WINDOW (self));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_sb_window_class_install_find (SbWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.find", NULL, find_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.show-area", "(dddd)", show_area_action);
}
