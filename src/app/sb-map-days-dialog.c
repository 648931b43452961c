/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-map-days-dialog.h"

#include "sb-date-format.h"
#include "sb-map-sheet.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* One day is a map of its own. */
#define LEAST_DAYS 2

struct _SbMapDaysDialog
{
  SbFormDialog parent_instance;

  SbFormAid *aid; /* (owned) */

  AdwPreferencesGroup *rows;
  GtkEditable *days[SB_MAP_SHEET_MAX_MAPS];
  GtkLabel *summary;
};

G_DEFINE_FINAL_TYPE (SbMapDaysDialog, sb_map_days_dialog, SB_TYPE_FORM_DIALOG)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef enum
{
  ROW_EMPTY,
  ROW_READ,
  ROW_WRONG,
} RowState;

/* The last day of the date that is typed: "June 2025" asks how things were at its end. */
static RowState
read_row (SbMapDaysDialog *self,
          guint row,
          int *day)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->days[row])));
  g_autoptr (SbDate) date = NULL;

  if (*text == '\0')
    return ROW_EMPTY;

  date = sb_form_aid_read_date (self->aid, text);
  if (date == NULL || sb_date_get_first_day (date) <= SB_DATE_DAY_MIN || sb_date_get_last_day (date) >= SB_DATE_DAY_MAX)
    return ROW_WRONG;

  *day = sb_date_get_last_day (date);
  return ROW_READ;
}

/* A row that is wrong is marked; returns whether there is one. */
static gboolean
mark_rows (SbMapDaysDialog *self)
{
  gboolean is_any_wrong = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    {
      int day;
      gboolean is_wrong = read_row (self, i, &day) == ROW_WRONG;

      gtk_accessible_update_state (GTK_ACCESSIBLE (self->days[i]), GTK_ACCESSIBLE_STATE_INVALID,
                                   is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
      if (is_wrong)
        gtk_widget_add_css_class (GTK_WIDGET (self->days[i]), "error");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->days[i]), "error");
      is_any_wrong |= is_wrong;
    }

  return is_any_wrong;
}

/* The days as they are understood. */
static char *
describe (GArray *days)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < days->len; i++)
    {
      g_autofree char *day = sb_day_format (g_array_index (days, int, i), sb_language_get_interface (), SB_DATE_STYLE_LONG);

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", day);
    }

  return g_string_free (text, FALSE);
}

static void
changed_cb (SbMapDaysDialog *self)
{
  gboolean is_wrong = mark_rows (self);
  g_autoptr (GArray) days = sb_map_days_dialog_list_days (self);
  g_autofree char *names = describe (days);

  sb_form_dialog_clear_problem (SB_FORM_DIALOG (self));
  sb_form_dialog_set_ready (SB_FORM_DIALOG (self), !is_wrong && days->len >= LEAST_DAYS);
  if (is_wrong)
    gtk_label_set_label (self->summary, _ ("A day such as 2025-09-03 or “3 September 2025” goes here."));
  else if (days->len < LEAST_DAYS)
    gtk_label_set_label (self->summary, _ ("Two different days at least."));
  else
    gtk_label_set_label (self->summary, names);
}

static void
sb_map_days_dialog_accept (SbFormDialog *dialog)
{
  g_signal_emit (dialog, signals[CHOSEN], 0);
  sb_form_dialog_finish (dialog, NULL);
}

static void
sb_map_days_dialog_dispose (GObject *object)
{
  g_clear_object (&SB_MAP_DAYS_DIALOG (object)->aid);

  G_OBJECT_CLASS (sb_map_days_dialog_parent_class)->dispose (object);
}

static void
sb_map_days_dialog_class_init (SbMapDaysDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_map_days_dialog_dispose;
  SB_FORM_DIALOG_CLASS (klass)->accept = sb_map_days_dialog_accept;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-map-days-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbMapDaysDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, SbMapDaysDialog, summary);
}

static void
sb_map_days_dialog_init (SbMapDaysDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    {
      GtkWidget *row = adw_entry_row_new ();
      /* Translators: one of several days; %u is 1 for the first. */
      g_autofree char *title = g_strdup_printf (_ ("Day %u"), i + 1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
      adw_preferences_group_add (self->rows, row);
      g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      self->days[i] = GTK_EDITABLE (row);
    }
}

SbMapDaysDialog *
sb_map_days_dialog_new (SbFormAid *aid,
                        int day)
{
  SbMapDaysDialog *self;
  g_autofree char *text = sb_day_to_string (day);

  g_return_val_if_fail (SB_IS_FORM_AID (aid), NULL);

  self = g_object_new (SB_TYPE_MAP_DAYS_DIALOG, NULL);
  self->aid = g_object_ref (aid);
  gtk_editable_set_text (self->days[0], text);
  gtk_widget_grab_focus (GTK_WIDGET (self->days[1]));
  return self;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return *(const int *) a < *(const int *) b ? -1 : *(const int *) a > *(const int *) b;
}

GArray *
sb_map_days_dialog_list_days (SbMapDaysDialog *self)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (int));

  g_return_val_if_fail (SB_IS_MAP_DAYS_DIALOG (self), days);

  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    {
      gboolean is_known = FALSE;
      int day;

      if (read_row (self, i, &day) != ROW_READ)
        continue;

      for (guint k = 0; k < days->len; k++)
        is_known |= g_array_index (days, int, k) == day;
      if (!is_known)
        g_array_append_val (days, day);
    }

  g_array_sort (days, compare_days);
  return days;
}
