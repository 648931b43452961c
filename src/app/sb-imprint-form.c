/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-imprint-form.h"

#include "sb-briefing.h"
#include "sb-record-builder.h"
#include "sb-seen.h"

#include <glib/gi18n.h>

/* The days, in the order of the form. */
typedef enum
{
  DAY_FIRST,
  DAY_LAST,
  DAY_AS_OF,
  N_DAYS
} Day;

static const struct
{
  const char *child;
  const char *problem; /* the label below it */
  guint field;
} days[N_DAYS] = {
  { "first", "first_problem", SB_BRIEFING_FIRST },
  { "last", "last_problem", SB_BRIEFING_LAST },
  { "as_of", "as_of_problem", SB_BRIEFING_AS_OF },
};

/* The texts: settings of the briefing, and its subtitle, which is the text of its cover or
 * its masthead. */
static const struct
{
  const char *child;
  const char *key; /* (nullable) the setting; NULL for the subtitle */
  SbLanguage language;
} texts[] = {
  { "subtitle_fr", NULL, SB_LANGUAGE_FR },
  { "subtitle_en", NULL, SB_LANGUAGE_EN },
  { "series_fr", "Series[fr]", SB_LANGUAGE_FR },
  { "series_en", "Series", SB_LANGUAGE_EN },
  { "theme_fr", "Theme[fr]", SB_LANGUAGE_FR },
  { "theme_en", "Theme", SB_LANGUAGE_EN },
  { "contacts_fr", "Contacts[fr]", SB_LANGUAGE_FR },
  { "contacts_en", "Contacts", SB_LANGUAGE_EN },
};

struct _SbImprintForm
{
  GtkBox parent_instance;

  SbTemplate *template; /* (owned) (nullable) before one is shown */
  SbOutline *outline; /* (owned) (nullable) */
  gboolean is_filling; /* fields are being filled, not edited */
  gboolean is_editing; /* what is typed is being told */

  GtkEditable *days[N_DAYS];
  GtkLabel *day_problems[N_DAYS];
  GtkEditable *cutoff;
  GtkLabel *cutoff_problem;
  GtkWidget *texts[G_N_ELEMENTS (texts)];
};

G_DEFINE_FINAL_TYPE (SbImprintForm, sb_imprint_form, GTK_TYPE_BOX)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static SbRecord *
get_briefing (SbImprintForm *self)
{
  return sb_outline_get_briefing (self->outline);
}

/* @edited: taken. */
static void
tell (SbImprintForm *self,
      SbRecord *edited,
      const char *label)
{
  g_autoptr (SbRecord) briefing = edited;

  if (briefing == NULL || sb_record_equal (briefing, get_briefing (self)))
    return;

  self->is_editing = TRUE;
  g_signal_emit (self, signals[EDITED], 0, briefing, label);
  self->is_editing = FALSE;
}

/* Marks the field of a @problem; NULL when there is none. */
static void
mark (GtkEditable *field,
      const char *problem)
{
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (field), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (field), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
say (GtkLabel *label,
     const char *problem)
{
  gtk_label_set_label (label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (label), problem != NULL);
}

/* The days */

/* What is in the record may be a month or a year: it stays until something else is typed. */
static const char *
get_day_text (SbImprintForm *self,
              Day day)
{
  SbDate *date = sb_record_get_date (get_briefing (self), days[day].field);

  return date != NULL ? sb_date_get_edtf (date) : "";
}

/* NULL when it is no day. A day that the briefing has is not taken from it: there is no
 * briefing of no period. */
static SbDate *
read_day (SbImprintForm *self,
          Day day)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->days[day])));
  SbDate *kept = sb_record_get_date (get_briefing (self), days[day].field);
  int number;

  if (kept != NULL && g_str_equal (text, sb_date_get_edtf (kept)))
    return sb_date_ref (kept);

  return sb_day_parse (text, &number) ? sb_date_new_for_day (number) : NULL;
}

static gboolean
is_unset (SbImprintForm *self,
          Day day)
{
  return gtk_editable_get_text (self->days[day])[0] == '\0' && *get_day_text (self, day) == '\0';
}

/* What is wrong, and with which day; NULL when it can be kept. Of two days that do not go
 * together it is the one that is being @typed. */
static const char *
find_days_problem (SbImprintForm *self,
                   SbDate *const dates[N_DAYS],
                   Day typed,
                   Day *wrong)
{
  for (Day day = 0; day < N_DAYS; day++)
    if (dates[day] == NULL && !is_unset (self, day))
      {
        *wrong = day;
        return _ ("Write a day such as 2026-04-29.");
      }

  if (dates[DAY_FIRST] == NULL)
    return NULL;

  if (dates[DAY_LAST] != NULL && sb_date_get_last_day (dates[DAY_LAST]) < sb_date_get_first_day (dates[DAY_FIRST]))
    {
      *wrong = typed == DAY_FIRST ? DAY_FIRST : DAY_LAST;
      return _ ("The last day is before the first one.");
    }
  if (dates[DAY_AS_OF] != NULL && sb_date_get_last_day (dates[DAY_AS_OF]) < sb_date_get_first_day (dates[DAY_FIRST]))
    {
      *wrong = typed == DAY_FIRST ? DAY_FIRST : DAY_AS_OF;
      return _ ("The briefing cannot stand as of a day before its period.");
    }

  return NULL;
}

static void
tell_day (SbImprintForm *self,
          Day day,
          const char *problem)
{
  mark (self->days[day], problem);
  say (self->day_problems[day], problem);
}

static void
take_days (SbImprintForm *self,
           Day typed)
{
  SbDate *dates[N_DAYS];
  Day wrong = N_DAYS;
  const char *problem;

  if (self->is_filling || self->outline == NULL)
    return;

  for (Day day = 0; day < N_DAYS; day++)
    dates[day] = read_day (self, day);

  problem = find_days_problem (self, dates, typed, &wrong);
  for (Day day = 0; day < N_DAYS; day++)
    tell_day (self, day, day == wrong ? problem : NULL);

  if (problem == NULL)
    {
      g_autoptr (SbRecord) draft = sb_briefing_new_draft (get_briefing (self));
      SbRecordBuilder *builder = sb_record_builder_new_from (draft);

      for (Day day = 0; day < N_DAYS; day++)
        if (dates[day] != NULL)
          sb_record_builder_set_date (builder, days[day].field, dates[day]);
      tell (self, sb_record_builder_end (builder), _ ("Change the period of the briefing"));
    }

  for (Day day = 0; day < N_DAYS; day++)
    g_clear_pointer (&dates[day], sb_date_unref);
}

static void
days_edited_cb (SbImprintForm *self,
                GtkEditable *typed)
{
  take_days (self, typed == self->days[DAY_FIRST] ? DAY_FIRST : DAY_AS_OF);
}

/* A briefing that stands as of the end of its period goes on doing so. */
static void
last_edited_cb (SbImprintForm *self)
{
  const char *typed = gtk_editable_get_text (self->days[DAY_LAST]);
  g_autoptr (SbDate) first = NULL;
  int day;

  if (self->is_filling || self->outline == NULL)
    return;

  first = read_day (self, DAY_FIRST);
  if (sb_day_parse (typed, &day) && (first == NULL || sb_date_get_first_day (first) <= day) &&
      g_str_equal (get_day_text (self, DAY_AS_OF), get_day_text (self, DAY_LAST)) &&
      g_str_equal (gtk_editable_get_text (self->days[DAY_AS_OF]), get_day_text (self, DAY_AS_OF)))
    {
      self->is_filling = TRUE;
      gtk_editable_set_text (self->days[DAY_AS_OF], typed);
      self->is_filling = FALSE;
    }
  take_days (self, DAY_LAST);
}

/* The cutoff */

static char *
dup_cutoff (SbImprintForm *self)
{
  SbRecord *briefing = get_briefing (self);
  g_autoptr (GDateTime) time = NULL;

  if (!sb_record_has (briefing, SB_BRIEFING_CUTOFF))
    return g_strdup ("");

  time = g_date_time_new_from_unix_utc (sb_record_get_time (briefing, SB_BRIEFING_CUTOFF));
  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M") : g_strdup ("");
}

static void
cutoff_edited_cb (SbImprintForm *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->cutoff)));
  g_autoptr (GDateTime) time = *text != '\0' ? sb_briefing_parse_cutoff (text) : NULL;
  const char *problem = *text != '\0' && time == NULL ? _ ("Write a day and a time in UTC, such as 2026-04-29T18:00.") : NULL;
  g_autoptr (SbRecord) draft = NULL;
  SbRecordBuilder *builder;

  if (self->is_filling || self->outline == NULL)
    return;

  mark (self->cutoff, problem);
  say (self->cutoff_problem, problem);
  if (problem != NULL)
    return;

  draft = sb_briefing_new_draft (get_briefing (self));
  builder = sb_record_builder_new_from (draft);
  if (time != NULL)
    sb_record_builder_set_time (builder, SB_BRIEFING_CUTOFF, g_date_time_to_unix (time));
  else
    sb_record_builder_clear (builder, SB_BRIEFING_CUTOFF);
  tell (self, sb_record_builder_end (builder), _ ("Change the data cutoff of the briefing"));
}

/* The texts */

/* The block that prints the subtitle: the cover, else the masthead; NULL when it has
 * neither. */
static const char *
find_title_block (const SbOutline *outline)
{
  static const SbTemplateBlockKind kinds[] = { SB_TEMPLATE_BLOCK_COVER, SB_TEMPLATE_BLOCK_MASTHEAD };

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (guint i = 0; i < sb_outline_get_n_entries (outline); i++)
      {
        const SbOutlineEntry *entry = sb_outline_get_entry (outline, i);

        if (entry->kind == kinds[kind] && !entry->is_hidden && !entry->is_lost)
          return entry->name;
      }

  return NULL;
}

static char *
dup_value (const SbOutline *outline,
           guint position)
{
  const char *block = find_title_block (outline);
  g_autofree char *setting = NULL;

  if (texts[position].key != NULL)
    setting = sb_outline_dup_setting (outline, texts[position].key);
  else if (block != NULL)
    setting = g_strdup (sb_outline_get_text (outline, block, texts[position].language));

  return setting != NULL ? g_steal_pointer (&setting) : g_strdup ("");
}

static char *
dup_typed (SbImprintForm *self,
           guint position)
{
  GtkWidget *widget = self->texts[position];
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (GTK_IS_EDITABLE (widget))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* A setting that is emptied is empty, whatever the template says. */
static SbRecord *
set_setting (SbImprintForm *self,
             const SbOutline *outline,
             const char *key,
             const char *text)
{
  g_autoptr (SbRecord) edited = sb_outline_set_setting (outline, key, *text != '\0' ? text : NULL);
  g_autoptr (SbOutline) without = NULL;
  g_autofree char *left = NULL;

  if (*text != '\0' || edited == NULL)
    return g_steal_pointer (&edited);

  without = sb_outline_new (self->template, edited);
  left = sb_outline_dup_setting (without, key);
  return left != NULL ? sb_outline_set_setting (outline, key, "") : g_steal_pointer (&edited);
}

static void
texts_edited_cb (SbImprintForm *self)
{
  g_autoptr (SbOutline) outline = NULL;

  if (self->is_filling || self->outline == NULL)
    return;

  outline = sb_outline_ref (self->outline);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *typed = dup_typed (self, i);
      g_autofree char *value = dup_value (outline, i);
      const char *block = find_title_block (outline);
      g_autoptr (SbRecord) edited = NULL;

      if (g_str_equal (typed, value))
        continue;

      if (texts[i].key != NULL)
        edited = set_setting (self, outline, texts[i].key, typed);
      else if (block != NULL)
        edited = sb_outline_set_text (outline, block, texts[i].language, typed);
      if (edited == NULL)
        continue;

      sb_outline_unref (outline);
      outline = sb_outline_new (self->template, edited);
    }

  tell (self, g_object_ref (sb_outline_get_briefing (outline)), _ ("Edit the briefing"));
}

/* Filling */

/* What cannot be kept stays where it is being typed. */
static void
fill_entry (GtkEditable *entry,
            const char *value,
            gboolean is_same)
{
  gboolean is_wrong = gtk_widget_has_css_class (GTK_WIDGET (entry), "error");

  if (is_same && is_wrong && gtk_widget_get_focus_child (GTK_WIDGET (entry)) != NULL)
    return;

  mark (entry, NULL);
  if (g_strcmp0 (gtk_editable_get_text (entry), value) != 0)
    gtk_editable_set_text (entry, value);
}

static void
fill_text (SbImprintForm *self,
           guint position)
{
  g_autofree char *value = dup_value (self->outline, position);
  g_autofree char *shown = dup_typed (self, position);

  if (g_str_equal (value, shown))
    return;

  if (GTK_IS_EDITABLE (self->texts[position]))
    gtk_editable_set_text (GTK_EDITABLE (self->texts[position]), value);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->texts[position])), value, -1);
}

/* A language that the briefing is not printed in has no fields; what it says is kept. */
static void
show_text (SbImprintForm *self,
           guint position,
           gboolean has_subtitle)
{
  GtkWidget *field = self->texts[position];
  GtkWidget *scroll = gtk_widget_get_ancestor (field, GTK_TYPE_SCROLLED_WINDOW);
  gboolean is_shown = sb_briefing_is_printed_in (get_briefing (self), texts[position].language) && (texts[position].key != NULL || has_subtitle);
  g_autoptr (GList) labels = gtk_widget_list_mnemonic_labels (field);

  sb_seen_set (GTK_IS_TEXT_VIEW (field) ? scroll : field, is_shown);
  for (GList *label = labels; label != NULL; label = label->next)
    gtk_widget_set_visible (label->data, is_shown);
}

/* Of a field that is marked no more nothing is said. */
static void
clear_problem (GtkEditable *field,
               GtkLabel *problem)
{
  if (!gtk_widget_has_css_class (GTK_WIDGET (field), "error"))
    say (problem, NULL);
}

static void
fill (SbImprintForm *self,
      gboolean is_same)
{
  g_autofree char *cutoff = dup_cutoff (self);
  gboolean has_subtitle = find_title_block (self->outline) != NULL;

  self->is_filling = TRUE;
  for (Day day = 0; day < N_DAYS; day++)
    fill_entry (self->days[day], get_day_text (self, day), is_same);
  fill_entry (self->cutoff, cutoff, is_same);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      fill_text (self, i);
      show_text (self, i, has_subtitle);
    }
  self->is_filling = FALSE;

  for (Day day = 0; day < N_DAYS; day++)
    clear_problem (self->days[day], self->day_problems[day]);
  clear_problem (self->cutoff, self->cutoff_problem);
}

static void
sb_imprint_form_finalize (GObject *object)
{
  SbImprintForm *self = SB_IMPRINT_FORM (object);

  g_clear_pointer (&self->outline, sb_outline_unref);
  g_clear_pointer (&self->template, sb_template_unref);

  G_OBJECT_CLASS (sb_imprint_form_parent_class)->finalize (object);
}

static void
bind_array (GtkWidgetClass *widget_class,
            const char *child,
            gsize offset,
            guint position)
{
  gtk_widget_class_bind_template_child_full (widget_class, child, FALSE, (gssize) (offset + position * sizeof (gpointer)));
}

static void
sb_imprint_form_class_init (SbImprintFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sb_imprint_form_finalize;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  SB_TYPE_RECORD, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-imprint-form.ui");
  for (Day day = 0; day < N_DAYS; day++)
    {
      bind_array (widget_class, days[day].child, G_STRUCT_OFFSET (SbImprintForm, days), day);
      bind_array (widget_class, days[day].problem, G_STRUCT_OFFSET (SbImprintForm, day_problems), day);
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    bind_array (widget_class, texts[i].child, G_STRUCT_OFFSET (SbImprintForm, texts), i);
  gtk_widget_class_bind_template_child (widget_class, SbImprintForm, cutoff);
  gtk_widget_class_bind_template_child (widget_class, SbImprintForm, cutoff_problem);
  gtk_widget_class_bind_template_callback (widget_class, days_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, last_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, cutoff_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, texts_edited_cb);
}

static void
sb_imprint_form_init (SbImprintForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (GTK_IS_TEXT_VIEW (self->texts[i]))
      g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->texts[i])), "changed", G_CALLBACK (texts_edited_cb),
                               self, G_CONNECT_SWAPPED);
}

void
sb_imprint_form_show (SbImprintForm *self,
                      SbTemplate *template,
                      SbOutline *outline)
{
  gboolean is_same;

  g_return_if_fail (SB_IS_IMPRINT_FORM (self));
  g_return_if_fail (template != NULL && outline != NULL);

  is_same = self->outline != NULL &&
            g_strcmp0 (sb_record_get_uuid (get_briefing (self)), sb_record_get_uuid (sb_outline_get_briefing (outline))) == 0;
  g_clear_pointer (&self->template, sb_template_unref);
  self->template = sb_template_ref (template);
  g_clear_pointer (&self->outline, sb_outline_unref);
  self->outline = sb_outline_ref (outline);
  /* What is being typed is there already, and stays as it is typed. */
  if (!self->is_editing)
    fill (self, is_same);
}

void
sb_imprint_form_focus_cutoff (SbImprintForm *self)
{
  g_return_if_fail (SB_IS_IMPRINT_FORM (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->cutoff));
}
