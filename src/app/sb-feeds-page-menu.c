/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-feeds-page-private.h"

#include "sb-feed-row.h"

#include <glib/gi18n.h>

static void
append_item (GMenu *menu,
             const char *label,
             const char *action,
             gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

/* Signing in again takes the place of what is there: another account, a new key. */
static void
append_sign_in (SbFeedsPage *self,
                GMenu *menu,
                SbRecord *feed)
{
  const SbService *service = _sb_feeds_page_find_service (feed);
  gboolean is_signed_in;

  if (service == NULL)
    return;

  is_signed_in = self->sign_ins != NULL && sb_sign_ins_get (self->sign_ins, sb_service_get_kind (service)) == SB_SIGN_IN_DONE;
  append_item (menu, is_signed_in ? _ ("_Sign in anew…") : _ ("_Sign in…"), "feed.sign-in", sb_record_get_id (feed));
  if (is_signed_in)
    append_item (menu, _ ("Sign _out"), "feed.sign-out", sb_record_get_id (feed));
}

static void
show_menu (SbFeedsPage *self,
           SbFeedRow *row,
           double x,
           double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  SbRecord *feed = sb_feed_row_get_feed (row);
  gint64 id = sb_record_get_id (feed);
  gboolean is_paused = sb_record_get_boolean (feed, SB_FEED_PAUSED);
  gboolean is_whole = sb_record_get_boolean (feed, SB_FEED_FULL_TEXT);
  GdkRectangle point = { 0, 0, 1, 1 };

  gtk_single_selection_set_selected (self->selection, _sb_feeds_page_find_position (self, id));

  append_item (menu, _ ("_Fetch this feed"), "feed.fetch", id);
  append_item (menu, _ ("_Edit…"), "feed.edit", id);
  append_sign_in (self, menu, feed);
  append_item (menu, is_paused ? _ ("Fetch it _regularly again") : _ ("_Pause"), "feed.pause", id);
  if (sb_record_get_term (feed, SB_FEED_KIND, SB_FEED_KIND_FEED) == SB_FEED_KIND_FEED)
    append_item (menu, is_whole ? _ ("Fetch s_ummaries only") : _ ("Fetch _whole articles"), "feed.full-text", id);
  append_item (menu, _ ("_Open the site"), "feed.open-site", id);
  append_item (menu, _ ("_Remove"), "feed.remove", id);

  gtk_widget_translate_coordinates (GTK_WIDGET (row), GTK_WIDGET (self), x, y, &x, &y);
  point.x = (int) x;
  point.y = (int) y;
  gtk_popover_menu_set_menu_model (self->menu, G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &point);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
row_pressed_cb (GtkGestureClick *gesture,
                int n_press,
                double x,
                double y,
                gpointer user_data)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  show_menu (SB_FEEDS_PAGE (user_data), SB_FEED_ROW (row), x, y);
}

/* The row that shows @feed, at or below @widget; NULL when it is out of sight. */
static SbFeedRow *
find_row (GtkWidget *widget,
          SbRecord *feed)
{
  if (SB_IS_FEED_ROW (widget) && sb_feed_row_get_feed (SB_FEED_ROW (widget)) == feed)
    return SB_FEED_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      SbFeedRow *row = find_row (child, feed);

      if (row != NULL)
        return row;
    }

  return NULL;
}

/* The row that has the keyboard, by itself, by one of its buttons or by the item
 * of the list around it; else the one that is selected. */
static SbFeedRow *
get_current_row (SbFeedsPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, SB_TYPE_FEED_ROW) : NULL;
  SbRecord *feed = gtk_single_selection_get_selected_item (self->selection);

  if (row == NULL && focus != NULL)
    row = gtk_widget_get_first_child (focus);

  if (row != NULL && SB_IS_FEED_ROW (row))
    return SB_FEED_ROW (row);

  return feed != NULL ? find_row (GTK_WIDGET (self->list), feed) : NULL;
}

static gboolean
show_menu_of_current (GtkWidget *widget,
                      GVariant *parameter,
                      gpointer user_data)
{
  SbFeedsPage *self = SB_FEEDS_PAGE (widget);
  SbFeedRow *row = get_current_row (self);

  if (row == NULL)
    return FALSE;

  show_menu (self, row, 0, gtk_widget_get_height (GTK_WIDGET (row)));
  return TRUE;
}

/* @parameter is the action. */
static gboolean
act_on_current (GtkWidget *widget,
                GVariant *parameter,
                gpointer user_data)
{
  const char *action = g_variant_get_string (parameter, NULL);
  SbFeedRow *row = get_current_row (SB_FEEDS_PAGE (widget));

  return row != NULL && gtk_widget_activate_action (widget, action, "x", sb_record_get_id (sb_feed_row_get_feed (row)));
}

/* The row that it was about has the keyboard again. */
static void
menu_closed_cb (SbFeedsPage *self)
{
  sb_page_focus_content (SB_PAGE (self));
}

void
_sb_feeds_page_install_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding (klass, GDK_KEY_Delete, 0, act_on_current, "s", "feed.remove");
  gtk_widget_class_add_binding (klass, GDK_KEY_F2, 0, act_on_current, "s", "feed.edit");
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, show_menu_of_current, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, show_menu_of_current, NULL);
}

void
_sb_feeds_page_make_menu (SbFeedsPage *self)
{
  self->menu = GTK_POPOVER_MENU (gtk_popover_menu_new_from_model (NULL));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
}

void
_sb_feeds_page_add_menu_to_row (SbFeedsPage *self,
                                GtkWidget *row)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (row_pressed_cb), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (gesture));
}
