/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-go-to.h"

#include "sb-place-suggestions.h"

#include <glib/gi18n.h>

struct _SbGoTo
{
  GtkWidget parent_instance;

  gboolean has_finder;

  GtkWidget *box;
  GtkEditable *entry;
  SbPlaceSuggestions *suggestions;
  GtkLabel *message;
};

G_DEFINE_FINAL_TYPE (SbGoTo, sb_go_to, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_message (SbGoTo *self,
              const char *text)
{
  gtk_label_set_label (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
}

static void
update (SbGoTo *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  if (sb_place_suggestions_show (self->suggestions, text) > 0 || *text == '\0')
    show_message (self, NULL);
  else if (!self->has_finder)
    show_message (self, _ ("The places are still being read."));
  else
    {
      /* Translators: what the user has typed. */
      g_autofree char *message = g_strdup_printf (_ ("No place is called “%s”, and it is no position."), text);

      show_message (self, message);
    }
}

static void
suggestion_chosen_cb (SbGoTo *self,
                      const SbFoundPlace *place)
{
  g_signal_emit (self, signals[CHOSEN], 0, place->name, &place->bounds, place->position.latitude, place->position.longitude,
                 place->ref);
}

static void
entry_activated_cb (SbGoTo *self)
{
  sb_place_suggestions_choose (self->suggestions);
}

static void
close_cb (SbGoTo *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

/* A search entry tells only of an Escape that it had a use for. */
static gboolean
key_pressed_cb (SbGoTo *self,
                guint key)
{
  if (key != GDK_KEY_Escape)
    return FALSE;

  close_cb (self);
  return TRUE;
}

static void
sb_go_to_dispose (GObject *object)
{
  SbGoTo *self = SB_GO_TO (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (sb_go_to_parent_class)->dispose (object);
}

static void
sb_go_to_class_init (SbGoToClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_go_to_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 5,
                                  G_TYPE_STRING, SB_TYPE_BOUNDS, G_TYPE_DOUBLE, G_TYPE_DOUBLE, SB_TYPE_REF);
  signals[CLOSED] =
    g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SB_TYPE_PLACE_SUGGESTIONS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-go-to.ui");
  gtk_widget_class_bind_template_child (widget_class, SbGoTo, box);
  gtk_widget_class_bind_template_child (widget_class, SbGoTo, entry);
  gtk_widget_class_bind_template_child (widget_class, SbGoTo, suggestions);
  gtk_widget_class_bind_template_child (widget_class, SbGoTo, message);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, suggestion_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
sb_go_to_init (SbGoTo *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  sb_place_suggestions_follow (self->suggestions, GTK_WIDGET (self->entry));
}

GtkWidget *
sb_go_to_new (void)
{
  return g_object_new (SB_TYPE_GO_TO, NULL);
}

void
sb_go_to_set_finder (SbGoTo *self,
                     SbPlaceFinder *finder)
{
  g_return_if_fail (SB_IS_GO_TO (self));

  self->has_finder = finder != NULL;
  sb_place_suggestions_set_finder (self->suggestions, finder);
  update (self);
}

void
sb_go_to_focus (SbGoTo *self)
{
  g_return_if_fail (SB_IS_GO_TO (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}
