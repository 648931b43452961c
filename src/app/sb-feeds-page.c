/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-feeds-page-private.h"

#include "sb-feed-health.h"
#include "sb-feed-row.h"
#include "sb-feed-words.h"
#include "sb-list-focus.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (SbFeedsPage, sb_feeds_page, SB_TYPE_PAGE)

SbRecord *
_sb_feeds_page_find (SbFeedsPage *self,
                     gint64 id)
{
  g_autoptr (SbRecord) feed = NULL;
  guint position;

  if (self->feeds == NULL || !sb_record_list_find (self->feeds, id, &position))
    return NULL;

  feed = g_list_model_get_item (G_LIST_MODEL (self->feeds), position);
  return feed; /* the list holds it */
}

guint
_sb_feeds_page_find_position (SbFeedsPage *self,
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

/* Of the services that there are feeds of. */
static void
watch_sign_ins (SbFeedsPage *self)
{
  guint n_feeds = g_list_model_get_n_items (G_LIST_MODEL (self->feeds));

  for (guint i = 0; self->sign_ins != NULL && i < n_feeds; i++)
    {
      g_autoptr (SbRecord) feed = g_list_model_get_item (G_LIST_MODEL (self->feeds), i);
      const SbService *service = _sb_feeds_page_find_service (feed);

      if (service != NULL)
        sb_sign_ins_watch (self->sign_ins, service);
    }
}

static void
feeds_changed_cb (SbFeedsPage *self)
{
  guint n_feeds = g_list_model_get_n_items (G_LIST_MODEL (self->feeds));

  watch_sign_ins (self);
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
  GtkWidget *row = sb_feed_row_new (self->counts, self->sign_ins);

  _sb_feeds_page_add_menu_to_row (self, row);
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
  if (sb_page_get_context (page) != NULL)
    self->sign_ins = sb_sign_ins_new (sb_context_get_sync (sb_page_get_context (page)));
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
  g_clear_object (&self->sign_ins);

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

  _sb_feeds_page_install_actions (widget_class);
  _sb_feeds_page_install_keys (widget_class);
}

static void
sb_feeds_page_init (SbFeedsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sb_list_keep_focus (self->list);

  _sb_feeds_page_make_menu (self);
}
