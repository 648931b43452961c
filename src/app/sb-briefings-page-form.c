/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page-private.h"

#include "sb-briefing.h"
#include "sb-date-format.h"
#include "sb-record-builder.h"

#include <glib/gi18n.h>

/* The fields of the form, by the names of their children. Those in two languages stand
 * twice. */
static const struct
{
  const char *child;
  guint field;
  SbFieldType type;
  SbLanguage language;
} form[SB_BRIEFINGS_PAGE_N_FIELDS] = {
  { "title_fr", SB_BRIEFING_TITLE, SB_FIELD_BILINGUAL, SB_LANGUAGE_FR },
  { "title_en", SB_BRIEFING_TITLE, SB_FIELD_BILINGUAL, SB_LANGUAGE_EN },
  { "tag_fr", SB_BRIEFING_TAG, SB_FIELD_BILINGUAL, SB_LANGUAGE_FR },
  { "tag_en", SB_BRIEFING_TAG, SB_FIELD_BILINGUAL, SB_LANGUAGE_EN },
  { "author", SB_BRIEFING_AUTHOR, SB_FIELD_TEXT, SB_LANGUAGE_FR },
  { "institution", SB_BRIEFING_INSTITUTION, SB_FIELD_TEXT, SB_LANGUAGE_FR },
  { "number", SB_BRIEFING_NUMBER, SB_FIELD_INTEGER, SB_LANGUAGE_FR },
  { "marking", SB_BRIEFING_MARKING, SB_FIELD_TEXT, SB_LANGUAGE_FR },
  { "distribution", SB_BRIEFING_DISTRIBUTION, SB_FIELD_TEXT, SB_LANGUAGE_FR },
};

static char *
dup_value (SbRecord *briefing,
           guint position)
{
  guint field = form[position].field;
  const char *text = NULL;

  if (!sb_record_has (briefing, field))
    return g_strdup ("");
  if (form[position].type == SB_FIELD_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, sb_record_get_integer (briefing, field, 0));

  text = form[position].type == SB_FIELD_BILINGUAL
           ? sb_bilingual_get (sb_record_get_bilingual (briefing, field), form[position].language)
           : sb_record_get_text (briefing, field);
  return g_strdup (text != NULL ? text : "");
}

/* What is being typed may be on its way to something that can be kept: it stays. */
static void
fill_field (SbBriefingsPage *self,
            guint position)
{
  GtkEditable *editable = self->fields[position];
  g_autofree char *value = dup_value (self->briefing, position);
  gboolean is_typed_in = gtk_widget_get_focus_child (GTK_WIDGET (editable)) != NULL && self->label != NULL;

  if (!is_typed_in && g_strcmp0 (gtk_editable_get_text (editable), value) != 0)
    gtk_editable_set_text (editable, value);
}

void
_sb_briefings_page_fill_form (SbBriefingsPage *self)
{
  SbDate *first = sb_record_get_date (self->briefing, SB_BRIEFING_FIRST);
  SbDate *last = sb_record_get_date (self->briefing, SB_BRIEFING_LAST);
  g_autofree char *period = NULL;

  self->is_filling = TRUE;
  for (guint i = 0; i < SB_BRIEFINGS_PAGE_N_FIELDS; i++)
    fill_field (self, i);
  self->is_filling = FALSE;

  period = sb_period_format (first != NULL ? sb_date_get_first_day (first) : SB_DATE_DAY_MIN,
                             last != NULL ? sb_date_get_last_day (last) : SB_DATE_DAY_MAX,
                             sb_session_get_language (sb_page_get_session (SB_PAGE (self))));
  gtk_label_set_label (self->period, period);
}

static SbRecord *
read_form (SbBriefingsPage *self)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (self->briefing);

  for (guint i = 0; i < SB_BRIEFINGS_PAGE_N_FIELDS; i++)
    {
      const char *text = gtk_editable_get_text (self->fields[i]);
      guint64 number;

      if (form[i].type == SB_FIELD_TEXT)
        sb_record_builder_set_text (builder, form[i].field, text);
      else if (form[i].type == SB_FIELD_BILINGUAL && form[i].language == SB_LANGUAGE_FR)
        sb_record_builder_set_words (builder, form[i].field, text, gtk_editable_get_text (self->fields[i + 1]));
      else if (form[i].type == SB_FIELD_INTEGER && text[0] == '\0')
        sb_record_builder_clear (builder, form[i].field);
      else if (form[i].type == SB_FIELD_INTEGER && g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &number, NULL))
        sb_record_builder_set_integer (builder, form[i].field, (gint64) number);
    }

  return sb_record_builder_end (builder);
}

static void
field_edited_cb (SbBriefingsPage *self)
{
  g_autoptr (SbRecord) edited = NULL;

  if (self->is_filling || self->briefing == NULL)
    return;

  edited = read_form (self);
  /* A briefing needs a name: until it has one again the last one stays. */
  if (sb_record_has (edited, SB_BRIEFING_TITLE))
    _sb_briefings_page_take_edit (self, g_steal_pointer (&edited), _ ("Edit the briefing"));
}

static void
take_period_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  SbBriefingsPage *self = SB_BRIEFINGS_PAGE (widget);
  SbSession *session = sb_page_get_session (SB_PAGE (self));
  SbRecordBuilder *builder = sb_record_builder_new_from (self->briefing);
  g_autoptr (SbDate) first = sb_date_new_for_day (sb_session_get_first_day (session));
  g_autoptr (SbDate) last = sb_date_new_for_day (sb_session_get_last_day (session));
  g_autoptr (SbDate) as_of = sb_date_new_for_day (sb_session_get_as_of (session));

  sb_record_builder_set_date (builder, SB_BRIEFING_FIRST, first);
  sb_record_builder_set_date (builder, SB_BRIEFING_LAST, last);
  sb_record_builder_set_date (builder, SB_BRIEFING_AS_OF, as_of);
  _sb_briefings_page_take_edit (self, sb_record_builder_end (builder), _ ("Change the period of the briefing"));
  _sb_briefings_page_flush (self);
  _sb_briefings_page_update_tray (self);
}

void
_sb_briefings_page_class_init_form (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < SB_BRIEFINGS_PAGE_N_FIELDS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, form[i].child, FALSE,
                                               G_STRUCT_OFFSET (SbBriefingsPage, fields) + (gssize) (i * sizeof (gpointer)));
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, period);
  gtk_widget_class_bind_template_callback (widget_class, field_edited_cb);
  gtk_widget_class_install_action (widget_class, "briefing.take-period", NULL, take_period_action);
}
