/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-time-player.h"

#include "sb-day-button.h"
#include "sb-drop-down-name.h"

#include <glib/gi18n.h>

/* A frame that comes after a longer time than this, in seconds, is counted as this
 * long: the machine was busy, and nobody has seen the days between. */
#define LONGEST_STEP 0.25

static const double speeds[] = { 0.5, 1, 2, 4, 8 };

#define DEFAULT_SPEED 2 /* in speeds */

struct _SbTimePlayer
{
  GtkWidget parent_instance;

  SbSession *session; /* (owned) (nullable) */
  double speed; /* weeks a second */
  double day; /* the as-of day and how much of it has passed */
  guint tick; /* the callback of the frame clock; 0 while it stands still */
  gint64 last_frame; /* microseconds; 0 for none */

  GtkWidget *box;
  GtkButton *play;
  GtkDropDown *speed_list;
  SbDayButton *day_button;
};

G_DEFINE_FINAL_TYPE (SbTimePlayer, sb_time_player, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_PLAYING,
  PROP_SPEED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update_button (SbTimePlayer *self)
{
  gboolean playing = sb_time_player_is_playing (self);
  const char *label = playing ? _ ("Stop (Space in the time bar)") : _ ("Let the days go by (Space in the time bar)");

  gtk_button_set_icon_name (self->play, playing ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static gboolean
frame_cb (GtkWidget *widget,
          GdkFrameClock *clock,
          gpointer user_data)
{
  SbTimePlayer *self = SB_TIME_PLAYER (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double passed = self->last_frame != 0 ? (double) (now - self->last_frame) / G_USEC_PER_SEC : 0;

  self->last_frame = now;
  sb_time_player_advance (self, MIN (passed, LONGEST_STEP));
  return G_SOURCE_CONTINUE;
}

void
sb_time_player_advance (SbTimePlayer *self,
                        double seconds)
{
  int as_of;

  g_return_if_fail (SB_IS_TIME_PLAYER (self));

  if (self->session == NULL)
    return;

  /* Someone else has moved it meanwhile: go on from there. */
  as_of = sb_session_get_as_of (self->session);
  if ((int) self->day != as_of)
    self->day = as_of;

  self->day += seconds * self->speed * 7;
  sb_session_set_as_of (self->session, (int) self->day);
  if (sb_session_get_as_of (self->session) >= sb_session_get_last_day (self->session))
    sb_time_player_set_playing (self, FALSE);
}

static void
play_clicked_cb (SbTimePlayer *self)
{
  sb_time_player_set_playing (self, !sb_time_player_is_playing (self));
}

static void
speed_chosen_cb (SbTimePlayer *self)
{
  guint chosen = gtk_drop_down_get_selected (self->speed_list);

  if (chosen < G_N_ELEMENTS (speeds))
    g_object_set (self, "speed", speeds[chosen], NULL);
}

static void
fill_speeds (SbTimePlayer *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  /* Translators: how fast time goes by: so many weeks a second. */
  gtk_string_list_append (names, C_ ("speed", "½ week/s"));
  for (guint i = 1; i < G_N_ELEMENTS (speeds); i++)
    {
      g_autofree char *name = g_strdup_printf (ngettext ("%u week/s", "%u weeks/s", (gulong) speeds[i]), (guint) speeds[i]);

      gtk_string_list_append (names, name);
    }

  gtk_drop_down_set_model (self->speed_list, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->speed_list, DEFAULT_SPEED);
}

static void
sb_time_player_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  SbTimePlayer *self = SB_TIME_PLAYER (object);

  switch (prop_id)
    {
    case PROP_PLAYING:
      g_value_set_boolean (value, sb_time_player_is_playing (self));
      break;

    case PROP_SPEED:
      g_value_set_double (value, self->speed);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_time_player_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  SbTimePlayer *self = SB_TIME_PLAYER (object);

  switch (prop_id)
    {
    case PROP_PLAYING:
      sb_time_player_set_playing (self, g_value_get_boolean (value));
      break;

    case PROP_SPEED:
      self->speed = g_value_get_double (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_time_player_dispose (GObject *object)
{
  SbTimePlayer *self = SB_TIME_PLAYER (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);

  self->tick = 0;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sb_time_player_parent_class)->dispose (object);
}

static void
sb_time_player_class_init (SbTimePlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sb_time_player_get_property;
  object_class->set_property = sb_time_player_set_property;
  object_class->dispose = sb_time_player_dispose;

  properties[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SPEED] =
    g_param_spec_double ("speed", NULL, NULL, 0, 1000, 1, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (SB_TYPE_DAY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-time-player.ui");
  gtk_widget_class_bind_template_child (widget_class, SbTimePlayer, box);
  gtk_widget_class_bind_template_child (widget_class, SbTimePlayer, play);
  gtk_widget_class_bind_template_child (widget_class, SbTimePlayer, speed_list);
  gtk_widget_class_bind_template_child (widget_class, SbTimePlayer, day_button);
  gtk_widget_class_bind_template_callback (widget_class, play_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, speed_chosen_cb);
}

static void
sb_time_player_init (SbTimePlayer *self)
{
  self->speed = speeds[DEFAULT_SPEED];
  gtk_widget_init_template (GTK_WIDGET (self));
  sb_drop_down_name_all (GTK_WIDGET (self));
  fill_speeds (self);
  update_button (self);
}

void
sb_time_player_set_session (SbTimePlayer *self,
                            SbSession *session)
{
  g_return_if_fail (SB_IS_TIME_PLAYER (self));

  g_set_object (&self->session, session);
  sb_day_button_set_session (self->day_button, session);
}

void
sb_time_player_set_aid (SbTimePlayer *self,
                        SbFormAid *aid)
{
  g_return_if_fail (SB_IS_TIME_PLAYER (self));

  sb_day_button_set_aid (self->day_button, aid);
}

gboolean
sb_time_player_is_playing (SbTimePlayer *self)
{
  g_return_val_if_fail (SB_IS_TIME_PLAYER (self), FALSE);

  return self->tick != 0;
}

void
sb_time_player_set_playing (SbTimePlayer *self,
                            gboolean playing)
{
  g_return_if_fail (SB_IS_TIME_PLAYER (self));

  if (playing == sb_time_player_is_playing (self) || self->session == NULL)
    return;

  if (playing)
    {
      if (sb_session_get_as_of (self->session) >= sb_session_get_last_day (self->session))
        sb_session_set_as_of (self->session, sb_session_get_first_day (self->session));

      self->last_frame = 0;
      self->day = sb_session_get_as_of (self->session);
      self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
    }
  else
    {
      gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
      self->tick = 0;
    }

  update_button (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}
