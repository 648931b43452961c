/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page-private.h"

#include "sb-briefing.h"
#include "sb-clock.h"
#include "sb-record-builder.h"

#include <glib/gi18n.h>

/* Seconds, of a day and of its last minute. */
#define DAY_SECONDS    (24 * 60 * 60)
#define MINUTE_SECONDS 60

static gboolean
is_same_date (SbRecord *a,
              SbRecord *b,
              guint field)
{
  return sb_date_compare (sb_record_get_date (a, field), sb_record_get_date (b, field)) == 0;
}

static void
imprint_edited_cb (SbBriefingsPage *self,
                   SbRecord *edited,
                   const char *label)
{
  gboolean is_period = !is_same_date (edited, self->briefing, SB_BRIEFING_FIRST) || !is_same_date (edited, self->briefing, SB_BRIEFING_LAST);

  _sb_briefings_page_take_edit (self, g_object_ref (edited), label);
  if (is_period)
    _sb_briefings_page_update_tray (self);
}

static void
logo_edited_cb (SbBriefingsPage *self,
                const char *address)
{
  g_autoptr (SbRecord) draft = NULL;
  SbRecordBuilder *builder;

  if (self->briefing == NULL)
    return;

  draft = sb_briefing_new_draft (self->briefing);
  builder = sb_record_builder_new_from (draft);
  if (address != NULL)
    sb_record_builder_set_text (builder, SB_BRIEFING_LOGO, address);
  else
    sb_record_builder_clear (builder, SB_BRIEFING_LOGO);
  _sb_briefings_page_take_edit (self, sb_record_builder_end (builder), address != NULL ? _ ("Choose a logo") : _ ("Remove the logo"));
}

void
_sb_briefings_page_class_init_imprint (GtkWidgetClass *widget_class)
{
  g_type_ensure (SB_TYPE_IMPRINT_FORM);
  g_type_ensure (SB_TYPE_LOGO_FIELD);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, imprint);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, logo);
  gtk_widget_class_bind_template_callback (widget_class, imprint_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, logo_edited_cb);
}

void
_sb_briefings_page_fill_imprint (SbBriefingsPage *self)
{
  if (self->outline != NULL)
    sb_imprint_form_show (self->imprint, self->template, self->outline);
  sb_logo_field_set_catalogue (self->logo, sb_page_get_catalogue (SB_PAGE (self)));
  sb_logo_field_show (self->logo, sb_record_get_uuid (self->briefing), sb_record_get_text (self->briefing, SB_BRIEFING_LOGO));
}

/* The one that was written last; (nullable). */
void
_sb_briefings_page_go_to_imprint (SbBriefingsPage *self)
{
  _sb_briefings_page_show_pane (self, SB_BRIEFINGS_PANE_SIDE);
  gtk_stack_set_visible_child_name (self->side, "properties");
  /* Scrolls the form there. */
  sb_imprint_form_focus_cutoff (self->imprint);
}

static SbRecord *
find_newest (SbBriefingsPage *self)
{
  guint n = self->briefings != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->briefings)) : 0;
  g_autoptr (SbRecord) newest = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SbRecord) briefing = g_list_model_get_item (G_LIST_MODEL (self->briefings), i);

      if (newest == NULL || sb_record_get_changed (briefing) > sb_record_get_changed (newest))
        g_set_object (&newest, briefing);
    }

  return g_steal_pointer (&newest);
}

SbRecord *
_sb_briefings_page_propose_imprint (SbBriefingsPage *self,
                                    SbRecord *briefing)
{
  static const guint passed_on[] = { SB_BRIEFING_AUTHOR, SB_BRIEFING_INSTITUTION, SB_BRIEFING_LOGO };
  SbRecordBuilder *builder = sb_record_builder_new_from (briefing);
  g_autoptr (SbRecord) newest = find_newest (self);
  SbDate *as_of = sb_record_get_date (briefing, SB_BRIEFING_AS_OF);
  gint64 end = as_of != NULL ? ((gint64) sb_date_get_last_day (as_of) + 1) * DAY_SECONDS - MINUTE_SECONDS : 0;
  gboolean is_today = as_of != NULL && sb_date_get_last_day (as_of) == sb_clock_today ();

  if (as_of != NULL)
    sb_record_builder_set_time (builder, SB_BRIEFING_CUTOFF, is_today ? sb_clock_now () : end);
  for (guint i = 0; newest != NULL && i < G_N_ELEMENTS (passed_on); i++)
    if (!sb_record_has (briefing, passed_on[i]) && sb_record_has (newest, passed_on[i]))
      sb_record_builder_set_text (builder, passed_on[i], sb_record_get_text (newest, passed_on[i]));

  return sb_record_builder_end (builder);
}
