/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-key-time-field.h"

#include "sb-date.h"
#include "sb-seen.h"

#include <glib/gi18n.h>

/* "last", "as-of-30" */
#define RELATIVE_DAY "^(as-of|first|last)([+-][0-9]+)?$"

#define MAX_DAYS 3660

/* What a day can be; the words of templates, in the order of the choice. */
enum
{
  DAY_AS_OF,
  DAY_FIRST,
  DAY_LAST,
  DAY_ANOTHER
};

static const char *const day_words[] = { "", "first", "last" };

/* What a period can be. */
enum
{
  PERIOD_OF_BRIEFING,
  PERIOD_N_DAYS,
  PERIOD_BETWEEN
};

struct _SbKeyTimeField
{
  SbKeyField parent_instance;

  SbFormAid *aid; /* (owned) */
  GtkWidget *choice; /* (nullable) not owned: none for several days */
  GtkWidget *n_days; /* (nullable) not owned: of a period */
  GtkWidget *first; /* not owned; the day, the days, or the first day */
  GtkWidget *last; /* (nullable) not owned */
  GtkWidget *between; /* (nullable) not owned; of first and last */
};

G_DEFINE_FINAL_TYPE (SbKeyTimeField, sb_key_time_field, SB_TYPE_KEY_FIELD)

static SbBlockKeyType
get_type (SbKeyTimeField *self)
{
  return sb_key_field_get_key (SB_KEY_FIELD (self))->type;
}

/* As a template has it; what is no date stays as it is, to be told. */
static char *
dup_day (SbKeyTimeField *self,
         const char *typed,
         gboolean is_end)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  g_autoptr (SbDate) date = NULL;
  int day;

  if (sb_day_parse (text, &day) || g_regex_match_simple (RELATIVE_DAY, text, 0, 0) || *text == '\0')
    return g_steal_pointer (&text);

  date = sb_form_aid_read_date (self->aid, text);
  day = date == NULL ? SB_DATE_DAY_MIN : is_end ? sb_date_get_last_day (date)
                                                : sb_date_get_first_day (date);
  if (day <= SB_DATE_DAY_MIN || day >= SB_DATE_DAY_MAX)
    return g_steal_pointer (&text);

  return sb_day_to_string (day);
}

static char *
dup_entry (SbKeyTimeField *self,
           GtkWidget *entry,
           gboolean is_end)
{
  return dup_day (self, gtk_editable_get_text (GTK_EDITABLE (entry)), is_end);
}

static char *
dup_one (SbKeyTimeField *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));

  return selected < G_N_ELEMENTS (day_words) ? g_strdup (day_words[selected]) : dup_entry (self, self->first, TRUE);
}

/* A day that is left out is an open end. */
static char *
dup_period (SbKeyTimeField *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));
  g_autofree char *first = dup_entry (self, self->first, FALSE);
  g_autofree char *last = dup_entry (self, self->last, TRUE);

  if (selected == PERIOD_N_DAYS)
    return g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->n_days)));
  if (selected != PERIOD_BETWEEN)
    return g_strdup ("");

  return g_strdup_printf ("%s/%s", *first != '\0' ? first : "..", *last != '\0' ? last : "..");
}

static char *
dup_several (SbKeyTimeField *self)
{
  g_auto (GStrv) typed = g_strsplit_set (gtk_editable_get_text (GTK_EDITABLE (self->first)), ";,", -1);
  GString *days = g_string_new (NULL);

  for (guint i = 0; typed[i] != NULL; i++)
    {
      g_autofree char *day = dup_day (self, typed[i], TRUE);

      if (*day != '\0')
        g_string_append_printf (days, "%s%s", days->len > 0 ? ";" : "", day);
    }

  return g_string_free (days, FALSE);
}

static void
update_parts (SbKeyTimeField *self)
{
  guint selected = self->choice != NULL ? gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice)) : 0;

  if (get_type (self) == SB_BLOCK_KEY_DAY)
    sb_seen_set (self->first, selected == DAY_ANOTHER);
  if (get_type (self) != SB_BLOCK_KEY_PERIOD)
    return;

  sb_seen_set (self->n_days, selected == PERIOD_N_DAYS);
  sb_seen_set (self->between, selected == PERIOD_BETWEEN);
}

static void
edited_cb (SbKeyTimeField *self)
{
  g_autofree char *value = get_type (self) == SB_BLOCK_KEY_DAY      ? dup_one (self)
                           : get_type (self) == SB_BLOCK_KEY_PERIOD ? dup_period (self)
                                                                    : dup_several (self);

  update_parts (self);
  /* Until a day is typed, another one is none. */
  if (*value == '\0' && self->choice != NULL && gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice)) == DAY_ANOTHER)
    return;

  sb_key_field_edit (SB_KEY_FIELD (self), value);
}

static void
show_day (SbKeyTimeField *self,
          const char *value)
{
  guint selected = DAY_ANOTHER;

  for (guint i = 0; i < G_N_ELEMENTS (day_words); i++)
    if (g_str_equal (day_words[i], value))
      selected = i;
  if (g_str_equal (value, "as-of"))
    selected = DAY_AS_OF;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), selected);
  gtk_editable_set_text (GTK_EDITABLE (self->first), selected == DAY_ANOTHER ? value : "");
}

static void
show_period (SbKeyTimeField *self,
             const char *value)
{
  g_auto (GStrv) ends = g_strsplit (value, "/", 2);
  gboolean is_between = ends[0] != NULL && ends[1] != NULL;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), *value == '\0' ? PERIOD_OF_BRIEFING : is_between ? PERIOD_BETWEEN
                                                                                                             : PERIOD_N_DAYS);
  if (*value != '\0' && !is_between)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->n_days), (double) g_ascii_strtoll (value, NULL, 10));
  gtk_editable_set_text (GTK_EDITABLE (self->first), is_between && !g_str_equal (ends[0], "..") ? ends[0] : "");
  gtk_editable_set_text (GTK_EDITABLE (self->last), is_between && !g_str_equal (ends[1], "..") ? ends[1] : "");
}

static void
sb_key_time_field_show (SbKeyField *field,
                        const char *value)
{
  SbKeyTimeField *self = SB_KEY_TIME_FIELD (field);

  if (get_type (self) == SB_BLOCK_KEY_DAY)
    show_day (self, value);
  else if (get_type (self) == SB_BLOCK_KEY_PERIOD)
    show_period (self, value);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->first), value);
  update_parts (self);
}

static void
sb_key_time_field_dispose (GObject *object)
{
  g_clear_object (&SB_KEY_TIME_FIELD (object)->aid);

  G_OBJECT_CLASS (sb_key_time_field_parent_class)->dispose (object);
}

static void
sb_key_time_field_class_init (SbKeyTimeFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sb_key_time_field_dispose;
  SB_KEY_FIELD_CLASS (klass)->show = sb_key_time_field_show;
}

static void
sb_key_time_field_init (SbKeyTimeField *self)
{
}

static GtkWidget *
add_choice (SbKeyTimeField *self,
            const char *const *labels)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (labels);

  sb_key_field_add (SB_KEY_FIELD (self), choice);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  return choice;
}

static GtkWidget *
create_entry (SbKeyTimeField *self,
              const char *label,
              const char *hint)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 10);
  gtk_widget_set_tooltip_text (entry, _ ("A date, or first, last or as-of for the days of the briefing, with days added: last+7"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

static void
add_period (SbKeyTimeField *self,
            const char *none)
{
  const char *labels[] = { none, _ ("In so many days up to the as-of day"), _ ("From a day to a day"), NULL };

  self->choice = add_choice (self, labels);
  self->n_days = gtk_spin_button_new_with_range (1, MAX_DAYS, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->n_days), 30);
  gtk_widget_set_halign (self->n_days, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->n_days), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Number of days"), -1);
  g_signal_connect_object (self->n_days, "value-changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  sb_key_field_add (SB_KEY_FIELD (self), self->n_days);

  self->first = create_entry (self, _ ("First day"), _ ("the beginning"));
  self->last = create_entry (self, _ ("Last day"), _ ("the end"));
  gtk_widget_set_hexpand (self->first, TRUE);
  gtk_widget_set_hexpand (self->last, TRUE);
  self->between = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->between), self->first);
  gtk_box_append (GTK_BOX (self->between), gtk_label_new ("–"));
  gtk_box_append (GTK_BOX (self->between), self->last);
  sb_key_field_add (SB_KEY_FIELD (self), self->between);
}

GtkWidget *
sb_key_time_field_new (const SbBlockKey *key,
                       SbFormAid *aid)
{
  SbKeyTimeField *self = g_object_new (SB_TYPE_KEY_TIME_FIELD, NULL);
  const char *none = key->none != NULL ? _ (key->none) : "";

  self->aid = g_object_ref (aid);
  sb_key_field_set_key (SB_KEY_FIELD (self), key);
  if (key->type == SB_BLOCK_KEY_PERIOD)
    {
      add_period (self, none);
    }
  else if (key->type == SB_BLOCK_KEY_DAY)
    {
      const char *labels[] = { none, _ ("The first day of the period"), _ ("The last day of the period"), _ ("Another day"), NULL };

      self->choice = add_choice (self, labels);
      self->first = create_entry (self, _ ("Another day"), "2026-04-29");
      sb_key_field_add (SB_KEY_FIELD (self), self->first);
    }
  else
    {
      self->first = create_entry (self, _ (key->label), "2026-03-01; 2026-04-29");
      sb_key_field_add (SB_KEY_FIELD (self), self->first);
    }
  update_parts (self);
  return GTK_WIDGET (self);
}
