/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-feed-row.h"

#include "sb-feed-words.h"
#include "sb-feed.h"

#include <glib/gi18n.h>

struct _SbFeedRow
{
  GtkWidget parent_instance;

  SbRecord *feed; /* (owned) (nullable) */
  SbFeedCounts *counts; /* (owned) */
  SbSignIns *sign_ins; /* (owned) (nullable) */

  GtkImage *state;
  GtkLabel *title;
  GtkLabel *description;
  GtkLabel *failure;
  GtkActionable *sign_in;
  GtkActionable *fetch;
  GtkActionable *edit;
  GtkActionable *open_site;
  GtkActionable *remove;
};

G_DEFINE_FINAL_TYPE (SbFeedRow, sb_feed_row, GTK_TYPE_WIDGET)

static SbSignInState
get_sign_in (SbFeedRow *self)
{
  int kind = sb_record_get_term (self->feed, SB_FEED_KIND, SB_FEED_KIND_FEED);

  return self->sign_ins != NULL ? sb_sign_ins_get (self->sign_ins, (SbFeedKind) kind) : SB_SIGN_IN_UNKNOWN;
}

static void
update_description (SbFeedRow *self)
{
  g_autofree char *description = NULL;

  if (self->feed == NULL)
    return;

  description = sb_feed_words_describe (self->feed, sb_feed_counts_get (self->counts, sb_record_get_id (self->feed)),
                                        get_sign_in (self));
  gtk_label_set_label (self->description, description);
}

static void
set_up_button (SbFeedRow *self,
               GtkActionable *button,
               const char *action,
               const char *name)
{
  gtk_actionable_set_action_target (button, "x", sb_record_get_id (self->feed));
  gtk_actionable_set_action_name (button, action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Every row has the same buttons: each says which feed it is about. */
static void
update_buttons (SbFeedRow *self)
{
  const char *title = sb_feed_words_get_title (self->feed);
  /* Translators: %s is the title of a feed. */
  g_autofree char *fetch = g_strdup_printf (_ ("Fetch %s"), title);
  /* Translators: %s is the title of a feed. */
  g_autofree char *open_site = g_strdup_printf (_ ("Open the site of %s"), title);
  /* Translators: %s is the title of a feed. */
  g_autofree char *edit = g_strdup_printf (_ ("Edit %s"), title);
  /* Translators: %s is the title of a feed. */
  g_autofree char *remove = g_strdup_printf (_ ("Remove %s"), title);

  /* Translators: %s is the title of a feed. */
  g_autofree char *sign_in = g_strdup_printf (_ ("Sign in to %s"), title);

  set_up_button (self, self->sign_in, "feed.sign-in", sign_in);
  gtk_widget_set_visible (GTK_WIDGET (self->sign_in), sb_feed_words_wants_sign_in (self->feed));
  set_up_button (self, self->fetch, "feed.fetch", fetch);
  set_up_button (self, self->edit, "feed.edit", edit);
  set_up_button (self, self->open_site, "feed.open-site", open_site);
  set_up_button (self, self->remove, "feed.remove", remove);
}

static void
update (SbFeedRow *self)
{
  g_autofree char *failure = sb_feed_words_explain (self->feed);

  gtk_image_set_from_icon_name (self->state, sb_feed_words_get_icon_name (self->feed));
  gtk_label_set_label (self->title, sb_feed_words_get_title (self->feed));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), sb_record_get_text (self->feed, SB_FEED_URL));
  gtk_label_set_label (self->failure, failure != NULL ? failure : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), failure != NULL);
  if (failure != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->state), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), "warning");

  update_buttons (self);
  update_description (self);
}

static void
sb_feed_row_dispose (GObject *object)
{
  SbFeedRow *self = SB_FEED_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->feed);
  g_clear_object (&self->counts);
  g_clear_object (&self->sign_ins);

  G_OBJECT_CLASS (sb_feed_row_parent_class)->dispose (object);
}

static void
sb_feed_row_class_init (SbFeedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_feed_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-feed-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SbFeedRow, state);
  gtk_widget_class_bind_template_child (widget_class, SbFeedRow, title);
  gtk_widget_class_bind_template_child (widget_class, SbFeedRow, description);
  gtk_widget_class_bind_template_child (widget_class, SbFeedRow, failure);
  gtk_widget_class_bind_template_child (widget_class, SbFeedRow, sign_in);
  gtk_widget_class_bind_template_child (widget_class, SbFeedRow, fetch);
  gtk_widget_class_bind_template_child (widget_class, SbFeedRow, edit);
  gtk_widget_class_bind_template_child (widget_class, SbFeedRow, open_site);
  gtk_widget_class_bind_template_child (widget_class, SbFeedRow, remove);
}

static void
sb_feed_row_init (SbFeedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sb_feed_row_new (SbFeedCounts *counts,
                 SbSignIns *sign_ins)
{
  SbFeedRow *self = g_object_new (SB_TYPE_FEED_ROW, NULL);

  self->counts = g_object_ref (counts);
  g_signal_connect_object (counts, "changed", G_CALLBACK (update_description), self, G_CONNECT_SWAPPED);
  if (sign_ins != NULL)
    {
      self->sign_ins = g_object_ref (sign_ins);
      g_signal_connect_object (sign_ins, "changed", G_CALLBACK (update_description), self, G_CONNECT_SWAPPED);
    }

  return GTK_WIDGET (self);
}

SbRecord *
sb_feed_row_get_feed (SbFeedRow *self)
{
  g_return_val_if_fail (SB_IS_FEED_ROW (self), NULL);

  return self->feed;
}

void
sb_feed_row_set_feed (SbFeedRow *self,
                      SbRecord *feed)
{
  g_return_if_fail (SB_IS_FEED_ROW (self));

  if (g_set_object (&self->feed, feed) && feed != NULL)
    update (self);
}
