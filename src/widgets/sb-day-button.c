/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-day-button.h"

#include "sb-date-format.h"

#include <glib/gi18n.h>

struct _SbDayButton
{
  GtkWidget parent_instance;

  SbSession *session; /* (owned) (nullable) */
  SbFormAid *aid; /* (owned) (nullable) */

  GtkMenuButton *button;
  GtkEditable *entry;
  GtkLabel *hint;
};

G_DEFINE_FINAL_TYPE (SbDayButton, sb_day_button, GTK_TYPE_WIDGET)

/* The last day of the date that is typed: "June 2025" asks how things were at its end.
 * FALSE for what is no date, or has no end. */
static gboolean
read_day (SbDayButton *self,
          int *day)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_autoptr (SbDate) date = self->aid != NULL ? sb_form_aid_read_date (self->aid, text) : sb_date_new (text, NULL);

  if (date == NULL || sb_date_get_first_day (date) <= SB_DATE_DAY_MIN || sb_date_get_last_day (date) >= SB_DATE_DAY_MAX)
    return FALSE;

  *day = sb_date_get_last_day (date);
  return TRUE;
}

static void
update_hint (SbDayButton *self)
{
  gboolean is_empty = gtk_editable_get_text (self->entry)[0] == '\0';
  g_autofree char *name = NULL;
  int day;
  gboolean is_read = read_day (self, &day);

  if (is_read)
    name = sb_day_format (day, sb_language_get_interface (), SB_DATE_STYLE_LONG);
  gtk_label_set_label (self->hint, is_read ? name : _ ("A day such as 2025-09-03 or “3 September 2025” goes here."));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_read || is_empty ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  if (is_read || is_empty)
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
}

static void
entry_activated_cb (SbDayButton *self)
{
  int day;

  if (self->session == NULL || !read_day (self, &day))
    return;

  sb_session_set_period (self->session, MIN (day, sb_session_get_first_day (self->session)),
                         MAX (day, sb_session_get_last_day (self->session)));
  sb_session_set_as_of (self->session, day);
  gtk_menu_button_popdown (self->button);
}

static void
opened_cb (SbDayButton *self)
{
  g_autofree char *day = self->session != NULL ? sb_day_to_string (sb_session_get_as_of (self->session)) : g_strdup ("");

  gtk_editable_set_text (self->entry, day);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

static void
day_changed_cb (SbDayButton *self)
{
  SbLanguage language = sb_language_get_interface ();
  int as_of = sb_session_get_as_of (self->session);
  g_autofree char *text = sb_day_format (as_of, language, SB_DATE_STYLE_MEDIUM);
  g_autofree char *day = sb_day_format (as_of, language, SB_DATE_STYLE_LONG);
  /* Translators: the day that everything is shown for. */
  g_autofree char *name = g_strdup_printf (_ ("As of %s: choose another day"), day);

  gtk_menu_button_set_label (self->button, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
sb_day_button_dispose (GObject *object)
{
  SbDayButton *self = SB_DAY_BUTTON (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->aid);

  G_OBJECT_CLASS (sb_day_button_parent_class)->dispose (object);
}

static void
sb_day_button_class_init (SbDayButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_day_button_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-day-button.ui");
  gtk_widget_class_bind_template_child (widget_class, SbDayButton, button);
  gtk_widget_class_bind_template_child (widget_class, SbDayButton, entry);
  gtk_widget_class_bind_template_child (widget_class, SbDayButton, hint);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_hint);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
sb_day_button_init (SbDayButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sb_day_button_set_session (SbDayButton *self,
                           SbSession *session)
{
  g_return_if_fail (SB_IS_DAY_BUTTON (self));

  if (!g_set_object (&self->session, session) || session == NULL)
    return;

  g_signal_connect_object (session, "notify::as-of", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);
  day_changed_cb (self);
}

void
sb_day_button_set_aid (SbDayButton *self,
                       SbFormAid *aid)
{
  g_return_if_fail (SB_IS_DAY_BUTTON (self));

  g_set_object (&self->aid, aid);
}
