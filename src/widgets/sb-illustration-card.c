/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-illustration-card.h"

#include <glib/gi18n.h>

typedef enum
{
  STATE_OFFERED,
  STATE_FETCHING,
  STATE_FAILED,
  STATE_SHOWN,
} State;

struct _SbIllustrationCard
{
  GtkWidget parent_instance;

  SbIllustration *illustration; /* (owned) (nullable) until it is constructed */
  State state;
  int width; /* in logical pixels */

  GtkWidget *place;
  GtkWidget *offer;
  GtkLabel *description;
  GtkLabel *state_label;
  GtkProgressBar *progress;
  GtkButton *button;
  GtkPicture *picture;
};

G_DEFINE_FINAL_TYPE (SbIllustrationCard, sb_illustration_card, GTK_TYPE_WIDGET)

enum
{
  WANTED,
  CANCELLED,
  RESIZED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clicked_cb (SbIllustrationCard *self)
{
  g_signal_emit (self, signals[self->state == STATE_FETCHING ? CANCELLED : WANTED], 0);
}

/* A picture fills the width, but none is made larger than it is. */
static void
update_picture_size (SbIllustrationCard *self)
{
  GdkPaintable *paintable = gtk_picture_get_paintable (self->picture);
  int natural = paintable != NULL ? gdk_paintable_get_intrinsic_width (paintable) : 0;
  int width = MIN (natural, self->width);

  if (natural > 0)
    gtk_widget_set_size_request (GTK_WIDGET (self->picture), width,
                                 MAX (1, gdk_paintable_get_intrinsic_height (paintable) * width / natural));
}

static void
set_state (SbIllustrationCard *self,
           State state,
           const char *label,
           const char *action)
{
  self->state = state;
  gtk_label_set_label (self->state_label, label);
  if (action != NULL)
    gtk_button_set_label (self->button, action);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), state == STATE_FETCHING);
  gtk_widget_set_visible (self->offer, state != STATE_SHOWN);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), state == STATE_SHOWN);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[RESIZED], 0);
}

static void
sb_illustration_card_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  SbIllustrationCard *self = SB_ILLUSTRATION_CARD (widget);
  int least;

  *minimum_baseline = -1;
  *natural_baseline = -1;
  gtk_widget_measure (self->place, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (least, self->width);
  else
    {
      gtk_widget_measure (self->place, GTK_ORIENTATION_VERTICAL, MAX (least, self->width), minimum, NULL, NULL, NULL);
      *natural = *minimum;
    }
}

static void
sb_illustration_card_size_allocate (GtkWidget *widget,
                                    int width,
                                    int height,
                                    int baseline)
{
  gtk_widget_allocate (SB_ILLUSTRATION_CARD (widget)->place, width, height, -1, NULL);
}

static GtkSizeRequestMode
sb_illustration_card_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sb_illustration_card_dispose (GObject *object)
{
  SbIllustrationCard *self = SB_ILLUSTRATION_CARD (object);

  g_clear_pointer (&self->place, gtk_widget_unparent);

  G_OBJECT_CLASS (sb_illustration_card_parent_class)->dispose (object);
}

static void
sb_illustration_card_finalize (GObject *object)
{
  g_clear_pointer (&SB_ILLUSTRATION_CARD (object)->illustration, sb_illustration_unref);

  G_OBJECT_CLASS (sb_illustration_card_parent_class)->finalize (object);
}

static void
sb_illustration_card_class_init (SbIllustrationCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sb_illustration_card_dispose;
  object_class->finalize = sb_illustration_card_finalize;
  widget_class->measure = sb_illustration_card_measure;
  widget_class->size_allocate = sb_illustration_card_size_allocate;
  widget_class->get_request_mode = sb_illustration_card_get_request_mode;

  signals[WANTED] = g_signal_new ("wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESIZED] = g_signal_new ("resized", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-illustration-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SbIllustrationCard, place);
  gtk_widget_class_bind_template_child (widget_class, SbIllustrationCard, offer);
  gtk_widget_class_bind_template_child (widget_class, SbIllustrationCard, description);
  gtk_widget_class_bind_template_child (widget_class, SbIllustrationCard, state_label);
  gtk_widget_class_bind_template_child (widget_class, SbIllustrationCard, progress);
  gtk_widget_class_bind_template_child (widget_class, SbIllustrationCard, button);
  gtk_widget_class_bind_template_child (widget_class, SbIllustrationCard, picture);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
sb_illustration_card_init (SbIllustrationCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_illustration (SbIllustrationCard *self,
                  SbIllustration *illustration)
{
  const char *description = sb_illustration_get_description (illustration);

  self->illustration = sb_illustration_ref (illustration);
  gtk_label_set_label (self->description, description != NULL ? description : _ ("Picture"));
  gtk_picture_set_alternative_text (self->picture, description != NULL ? description : _ ("Picture"));
  /* GTK 4.8 tells nobody of the alternative text. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description != NULL ? description : _ ("Picture"), -1);
  gtk_widget_set_tooltip_text (self->offer, sb_illustration_get_address (illustration));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description != NULL ? description : _ ("Picture"), -1);
  sb_illustration_card_offer (self, FALSE);
}

GtkWidget *
sb_illustration_card_new (SbIllustration *illustration)
{
  SbIllustrationCard *self;

  g_return_val_if_fail (illustration != NULL, NULL);

  self = g_object_new (SB_TYPE_ILLUSTRATION_CARD, NULL);
  set_illustration (self, illustration);
  return GTK_WIDGET (self);
}

SbIllustration *
sb_illustration_card_get_illustration (SbIllustrationCard *self)
{
  g_return_val_if_fail (SB_IS_ILLUSTRATION_CARD (self), NULL);

  return self->illustration;
}

void
sb_illustration_card_set_width (SbIllustrationCard *self,
                                int width)
{
  g_return_if_fail (SB_IS_ILLUSTRATION_CARD (self));

  if (self->width == width)
    return;

  self->width = width;
  update_picture_size (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
sb_illustration_card_offer (SbIllustrationCard *self,
                            gboolean is_kept)
{
  g_autofree char *host = NULL;
  g_autofree char *from = NULL;

  g_return_if_fail (SB_IS_ILLUSTRATION_CARD (self));

  host = sb_illustration_dup_host (self->illustration);
  /* Translators: a picture that was not fetched; %s is the name of a server. */
  from = is_kept ? g_strdup (_ ("On this computer")) : g_strdup_printf (_ ("On the server %s, not fetched"), host);
  set_state (self, STATE_OFFERED, from, _ ("Show the Picture"));
}

void
sb_illustration_card_set_progress (SbIllustrationCard *self,
                                   double fraction)
{
  g_return_if_fail (SB_IS_ILLUSTRATION_CARD (self));

  if (self->state != STATE_FETCHING)
    {
      g_autofree char *host = sb_illustration_dup_host (self->illustration);
      /* Translators: a picture; %s is the name of a server. */
      g_autofree char *from = g_strdup_printf (_ ("Fetching from %s…"), host);

      set_state (self, STATE_FETCHING, from, _ ("Cancel"));
    }

  if (fraction < 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, fraction);
}

void
sb_illustration_card_fail (SbIllustrationCard *self,
                           const char *message)
{
  g_return_if_fail (SB_IS_ILLUSTRATION_CARD (self));
  g_return_if_fail (message != NULL);

  set_state (self, STATE_FAILED, message, _ ("Try Again"));
}

void
sb_illustration_card_show (SbIllustrationCard *self,
                           GdkTexture *picture)
{
  g_return_if_fail (SB_IS_ILLUSTRATION_CARD (self));
  g_return_if_fail (GDK_IS_TEXTURE (picture));

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (picture));
  update_picture_size (self);
  set_state (self, STATE_SHOWN, "", NULL);
}

gboolean
sb_illustration_card_is_offered (SbIllustrationCard *self)
{
  g_return_val_if_fail (SB_IS_ILLUSTRATION_CARD (self), FALSE);

  return self->state == STATE_OFFERED || self->state == STATE_FAILED;
}

void
sb_illustration_card_ask (SbIllustrationCard *self)
{
  g_return_if_fail (SB_IS_ILLUSTRATION_CARD (self));

  if (sb_illustration_card_is_offered (self))
    g_signal_emit (self, signals[WANTED], 0);
}
