/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-feeds-page.h"

#include "sb-feed-counts.h"
#include "sb-feed-health.h"
#include "sb-feed-row.h"
#include "sb-feed-words.h"
#include "sb-feed.h"
#include "sb-record-builder.h"
#include "sb-record-list.h"
#include "sb-service-dialog.h"
#include "sb-sign-in-dialog.h"

#include <glib/gi18n.h>

struct _SbFeedsPage
{
  SbPage parent_instance;

  SbRecordList *feeds; /* (owned) (nullable) before it is first shown */
  GtkSortListModel *sorted; /* (owned) (nullable) as above; the sick first */
  SbFeedCounts *counts; /* (owned) (nullable) as above */
  gboolean wants_focus; /* the keyboard, once the feeds are there */

  GtkStack *stack;
  GtkLabel *summary;
  GtkLabel *wait;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkPopoverMenu *menu;
};

G_DEFINE_FINAL_TYPE (SbFeedsPage, sb_feeds_page, SB_TYPE_PAGE)

/* Borrowed; NULL when there is no such feed any more. */
static SbRecord *
find_feed (SbFeedsPage *self,
           gint64 id)
{
  g_autoptr (SbRecord) feed = NULL;
  guint position;

  if (self->feeds == NULL || !sb_record_list_find (self->feeds, id, &position))
    return NULL;

  feed = g_list_model_get_item (G_LIST_MODEL (self->feeds), position);
  return feed; /* the list holds it */
}

/* Where the row of feed @id is; %GTK_INVALID_LIST_POSITION when there is none. */
static guint
find_position (SbFeedsPage *self,
               gint64 id)
{
  guint n_feeds = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));

  for (guint i = 0; i < n_feeds; i++)
    {
      g_autoptr (SbRecord) feed = g_list_model_get_item (G_LIST_MODEL (self->sorted), i);

      if (sb_record_get_id (feed) == id)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static int
compare_feeds (gconstpointer a,
               gconstpointer b,
               gpointer user_data)
{
  return sb_feed_compare_health ((SbRecord *) a, (SbRecord *) b);
}

static guint
count_failed (SbFeedsPage *self)
{
  guint n_feeds = g_list_model_get_n_items (G_LIST_MODEL (self->feeds));
  guint n_failed = 0;

  for (guint i = 0; i < n_feeds; i++)
    {
      g_autoptr (SbRecord) feed = g_list_model_get_item (G_LIST_MODEL (self->feeds), i);

      if (sb_record_get_term (feed, SB_FEED_STATE, SB_FEED_STATE_NEW) >= SB_FEED_STATE_FAILED)
        n_failed++;
    }

  return n_failed;
}

static void
update_summary (SbFeedsPage *self,
                guint n_feeds)
{
  guint n_failed = count_failed (self);
  g_autofree char *feeds = g_strdup_printf (ngettext ("%u feed", "%u feeds", n_feeds), n_feeds);
  g_autofree char *failed = g_strdup_printf (ngettext ("%u failed", "%u failed", n_failed), n_failed);
  g_autofree char *both = g_strdup_printf ("%s · %s", feeds, failed);

  gtk_label_set_label (self->summary, n_failed > 0 ? both : feeds);
}

static void
sb_feeds_page_focus_content (SbPage *page)
{
  SbFeedsPage *self = SB_FEEDS_PAGE (page);
  const char *shown = gtk_stack_get_visible_child_name (self->stack);

  self->wants_focus = g_strcmp0 (shown, "loading") == 0;
  if (g_strcmp0 (shown, "list") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  else if (!self->wants_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
feeds_changed_cb (SbFeedsPage *self)
{
  guint n_feeds = g_list_model_get_n_items (G_LIST_MODEL (self->feeds));

  if (n_feeds > 0)
    {
      update_summary (self, n_feeds);
      gtk_stack_set_visible_child_name (self->stack, "list");
    }
  else if (!sb_record_list_is_loading (self->feeds))
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
    }

  if (self->wants_focus)
    sb_feeds_page_focus_content (SB_PAGE (self));
}

static void
error_changed_cb (SbFeedsPage *self)
{
  const GError *error = sb_record_list_get_error (self->feeds);
  g_autoptr (GError) copy = error != NULL ? g_error_copy (error) : NULL;

  if (copy != NULL)
    sb_page_show_error (SB_PAGE (self), copy);
}

static void
fetch_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  gtk_widget_activate_action_variant (widget, "win.sync-feed", parameter);
}

static gboolean
is_of_web (const char *address)
{
  g_autofree char *scheme = g_uri_parse_scheme (address);

  return g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0;
}

static void
open_site_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  SbRecord *feed = find_feed (SB_FEEDS_PAGE (widget), g_variant_get_int64 (parameter));
  const char *home = sb_record_get_text (feed, SB_FEED_HOME);

  /* It is the feed that says where its site is: nowhere but on the web. */
  if (home == NULL || !is_of_web (home))
    home = sb_record_get_text (feed, SB_FEED_URL);

  if (home != NULL && is_of_web (home))
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), home, GDK_CURRENT_TIME);
}

static void
show_dialog (SbFeedsPage *self,
             gpointer dialog)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_set_transient_for (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_window_present (dialog);
}

static void
service_added_cb (SbFeedsPage *self,
                  const char *message)
{
  sb_page_show_message (SB_PAGE (self), message);
}

static void
add_service_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  SbFeedsPage *self = SB_FEEDS_PAGE (widget);
  SbServiceDialog *dialog = sb_service_dialog_new (sb_context_get_sync (sb_page_get_context (SB_PAGE (self))));

  g_signal_connect_object (dialog, "added", G_CALLBACK (service_added_cb), self, G_CONNECT_SWAPPED);
  show_dialog (self, dialog);
}

/* All feeds of the service wait for it, so all that are due are fetched. */
static void
signed_in_cb (SbFeedsPage *self,
              const char *message)
{
  sb_page_show_message (SB_PAGE (self), message);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.sync", NULL);
}

/* NULL for a feed that is open to everyone. */
static const SbService *
find_service (SbRecord *feed)
{
  int kind = feed != NULL ? sb_record_get_term (feed, SB_FEED_KIND, SB_FEED_KIND_FEED) : SB_FEED_KIND_FEED;
  const SbService *service = sb_service_get ((SbFeedKind) kind);

  return service != NULL && sb_service_get_credential (service) != SB_CREDENTIAL_NONE ? service : NULL;
}

static void
sign_in_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  SbFeedsPage *self = SB_FEEDS_PAGE (widget);
  const SbService *service = find_service (find_feed (self, g_variant_get_int64 (parameter)));
  SbSignInDialog *dialog;

  if (service == NULL)
    return;

  dialog = sb_sign_in_dialog_new (sb_context_get_sync (sb_page_get_context (SB_PAGE (self))), service);
  g_signal_connect_object (dialog, "signed-in", G_CALLBACK (signed_in_cb), self, G_CONNECT_SWAPPED);
  show_dialog (self, dialog);
}

typedef struct
{
  SbFeedsPage *page; /* (owned) */
  char *title; /* (owned) */
} Removal;

static void
removal_free (Removal *removal)
{
  g_object_unref (removal->page);
  g_free (removal->title);
  g_free (removal);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Removal, removal_free)

static void
removed_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (Removal) removal = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (!sb_catalogue_write_finish (SB_CATALOGUE (object), result, &error))
    {
      sb_page_show_error (SB_PAGE (removal->page), error);
      return;
    }

  /* Translators: %s is the title of a feed. */
  message = g_strdup_printf (_ ("%s was removed; its documents stay."), removal->title);
  gtk_widget_activate_action (GTK_WIDGET (removal->page), "win.show-undoable", "s", message);
}

static void
remove_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  SbFeedsPage *self = SB_FEEDS_PAGE (widget);
  SbRecord *feed = find_feed (self, g_variant_get_int64 (parameter));
  g_autoptr (SbChangeSet) changes = sb_change_set_new (_ ("Remove a feed"));
  g_autoptr (SbRef) ref = NULL;
  Removal *removal;

  if (feed == NULL)
    return;

  ref = sb_record_dup_ref (feed);
  sb_change_set_remove (changes, ref);
  removal = g_new0 (Removal, 1);
  removal->page = g_object_ref (self);
  removal->title = g_strdup (sb_feed_words_get_title (feed));
  sb_catalogue_write_async (sb_page_get_catalogue (SB_PAGE (self)), changes, NULL, removed_cb, removal);
}

static void
set_cb (GObject *object,
        GAsyncResult *result,
        gpointer user_data)
{
  g_autoptr (SbFeedsPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sb_catalogue_write_finish (SB_CATALOGUE (object), result, &error))
    sb_page_show_error (SB_PAGE (self), error);
}

/* Sets a yes or no of a feed to the other; @on and @off say what is undone. */
static void
toggle (SbFeedsPage *self,
        gint64 id,
        guint field,
        const char *on,
        const char *off)
{
  SbRecord *feed = find_feed (self, id);
  g_autoptr (SbRecordBuilder) builder = NULL;
  g_autoptr (SbRecord) changed = NULL;
  g_autoptr (SbChangeSet) changes = NULL;
  gboolean was_on;

  if (feed == NULL)
    return;

  was_on = sb_record_get_boolean (feed, field);
  changes = sb_change_set_new (was_on ? off : on);
  builder = sb_record_builder_new_from (feed);
  sb_record_builder_set_boolean (builder, field, !was_on);
  changed = sb_record_builder_end (g_steal_pointer (&builder));
  sb_change_set_put (changes, changed);
  sb_catalogue_write_async (sb_page_get_catalogue (SB_PAGE (self)), changes, NULL, set_cb, g_object_ref (self));
}

/* Pauses a feed, or has it fetched again. */
static void
pause_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  toggle (SB_FEEDS_PAGE (widget), g_variant_get_int64 (parameter), SB_FEED_PAUSED, _ ("Pause a feed"), _ ("Fetch a feed again"));
}

/* Has the pages fetched that the entries of a feed lead to, or no more. */
static void
full_text_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  toggle (SB_FEEDS_PAGE (widget), g_variant_get_int64 (parameter), SB_FEED_FULL_TEXT, _ ("Fetch whole articles"),
          _ ("Fetch summaries only"));
}

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

  gtk_single_selection_set_selected (self->selection, find_position (self, id));

  append_item (menu, _ ("_Fetch this feed"), "feed.fetch", id);
  if (find_service (feed) != NULL)
    append_item (menu, _ ("_Sign in…"), "feed.sign-in", id);
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

static gboolean
remove_current (GtkWidget *widget,
                GVariant *parameter,
                gpointer user_data)
{
  SbFeedRow *row = get_current_row (SB_FEEDS_PAGE (widget));

  if (row == NULL)
    return FALSE;

  return gtk_widget_activate_action (widget, "feed.remove", "x", sb_record_get_id (sb_feed_row_get_feed (row)));
}

static void
activated_cb (SbFeedsPage *self,
              guint position)
{
  g_autoptr (SbRecord) feed = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "feed.fetch", "x", sb_record_get_id (feed));
}

static void
setup_row_cb (SbFeedsPage *self,
              GtkListItem *item)
{
  GtkWidget *row = sb_feed_row_new (self->counts);
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (row_pressed_cb), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (gesture));
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (SbFeedsPage *self,
             GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  SbRecord *feed = gtk_list_item_get_item (item);

  sb_feed_row_set_feed (SB_FEED_ROW (row), feed);
  /* What the keyboard lands on is the item of the list around the row. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sb_feed_words_get_title (feed), -1);
}

/* Why nothing is fetched although it would be time. */
static void
update_wait (SbFeedsPage *self)
{
  SbFeedTimer *timer = sb_context_get_feed_timer (sb_page_get_context (SB_PAGE (self)));
  g_autofree char *text = sb_feed_timer_explain (sb_feed_timer_get_wait (timer));

  gtk_label_set_label (self->wait, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->wait), text != NULL);
}

static void
sb_feeds_page_connect (SbPage *page)
{
  SbFeedsPage *self = SB_FEEDS_PAGE (page);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_FEED);

  self->counts = sb_feed_counts_new (sb_page_get_catalogue (page));
  self->feeds = sb_record_list_new (sb_page_get_catalogue (page), query);
  g_signal_connect_object (self->feeds, "items-changed", G_CALLBACK (feeds_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feeds, "notify::loading", G_CALLBACK (feeds_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feeds, "notify::error", G_CALLBACK (error_changed_cb), self, G_CONNECT_SWAPPED);
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->feeds)),
                                          GTK_SORTER (gtk_custom_sorter_new (compare_feeds, NULL, NULL)));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->sorted));
  feeds_changed_cb (self);
  if (sb_page_get_context (page) == NULL)
    return;

  g_signal_connect_object (sb_context_get_feed_timer (sb_page_get_context (page)), "changed", G_CALLBACK (update_wait), self,
                           G_CONNECT_SWAPPED);
  update_wait (self);
}

/* The row that it was about has the keyboard again. */
static void
menu_closed_cb (SbFeedsPage *self)
{
  sb_page_focus_content (SB_PAGE (self));
}

static void
sb_feeds_page_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  GTK_WIDGET_CLASS (sb_feeds_page_parent_class)->size_allocate (widget, width, height, baseline);

  gtk_popover_present (GTK_POPOVER (SB_FEEDS_PAGE (widget)->menu));
}

static void
sb_feeds_page_dispose (GObject *object)
{
  SbFeedsPage *self = SB_FEEDS_PAGE (object);

  if (self->menu != NULL)
    {
      gtk_widget_unparent (GTK_WIDGET (self->menu));
      self->menu = NULL;
    }

  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);

  g_clear_object (&self->sorted);
  g_clear_object (&self->feeds);
  g_clear_object (&self->counts);

  G_OBJECT_CLASS (sb_feeds_page_parent_class)->dispose (object);
}

static void
sb_feeds_page_class_init (SbFeedsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_feeds_page_dispose;
  SB_PAGE_CLASS (klass)->connect = sb_feeds_page_connect;
  SB_PAGE_CLASS (klass)->focus_content = sb_feeds_page_focus_content;
  widget_class->size_allocate = sb_feeds_page_size_allocate;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-feeds-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SbFeedsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SbFeedsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, SbFeedsPage, wait);
  gtk_widget_class_bind_template_child (widget_class, SbFeedsPage, list);
  gtk_widget_class_bind_template_child (widget_class, SbFeedsPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);

  gtk_widget_class_install_action (widget_class, "feed.fetch", "x", fetch_action);
  gtk_widget_class_install_action (widget_class, "feed.add-service", NULL, add_service_action);
  gtk_widget_class_install_action (widget_class, "feed.sign-in", "x", sign_in_action);
  gtk_widget_class_install_action (widget_class, "feed.pause", "x", pause_action);
  gtk_widget_class_install_action (widget_class, "feed.full-text", "x", full_text_action);
  gtk_widget_class_install_action (widget_class, "feed.open-site", "x", open_site_action);
  gtk_widget_class_install_action (widget_class, "feed.remove", "x", remove_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_current, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, show_menu_of_current, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, show_menu_of_current, NULL);
}

static void
sb_feeds_page_init (SbFeedsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->menu = GTK_POPOVER_MENU (gtk_popover_menu_new_from_model (NULL));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
}
