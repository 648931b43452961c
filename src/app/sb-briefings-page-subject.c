/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefing-subject.h"
#include "sb-briefings-page-private.h"

#include <glib/gi18n.h>

static void
show_field (SbBriefingsPage *self,
            GtkWidget *label,
            SbSubjectField *field,
            SbKind kind)
{
  const SbTemplate *template = self->outline != NULL ? sb_outline_get_template (self->outline) : NULL;
  gboolean is_asked = template != NULL && sb_template_has_subject (template, kind);

  gtk_widget_set_visible (label, is_asked);
  gtk_widget_set_visible (GTK_WIDGET (field), is_asked);
  sb_subject_field_show (field, template != NULL ? sb_template_get_subject (template, kind) : NULL);
}

void
_sb_briefings_page_show_subject (SbBriefingsPage *self)
{
  show_field (self, self->place_label, self->place, SB_KIND_PLACE);
  show_field (self, self->actor_label, self->actor, SB_KIND_ACTOR);
}

/* Titles that were proposed for what it was about before follow. */
static void
take_subject (SbBriefingsPage *self,
              SbSubjectField *field,
              SbKind kind,
              SbRecord *before)
{
  SbRecord *subject = sb_subject_field_get_record (field);
  g_autoptr (SbRecord) edited = NULL;

  if (self->outline == NULL)
    return;

  edited = sb_outline_set_setting (self->outline, sb_template_get_subject_key (kind), subject != NULL ? sb_record_get_uuid (subject) : NULL);
  if (edited == NULL)
    return;

  _sb_briefings_page_take_edit (self, sb_briefing_subject_rename (edited, self->template, before, subject),
                                kind == SB_KIND_PLACE ? _ ("Change the region of the briefing") : _ ("Change the actor of the briefing"));
  /* One choice is one unit of work. */
  _sb_briefings_page_flush (self);
}

static void
place_changed_cb (SbBriefingsPage *self,
                  SbRecord *before)
{
  take_subject (self, self->place, SB_KIND_PLACE, before);
}

static void
actor_changed_cb (SbBriefingsPage *self,
                  SbRecord *before)
{
  take_subject (self, self->actor, SB_KIND_ACTOR, before);
}

void
_sb_briefings_page_connect_subject (SbBriefingsPage *self)
{
  sb_subject_field_set_up (self->place, sb_page_get_catalogue (SB_PAGE (self)), SB_KIND_PLACE);
  sb_subject_field_set_up (self->actor, sb_page_get_catalogue (SB_PAGE (self)), SB_KIND_ACTOR);
}

void
_sb_briefings_page_class_init_subject (GtkWidgetClass *widget_class)
{
  g_type_ensure (SB_TYPE_SUBJECT_FIELD);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, place_label);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, place);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, actor_label);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingsPage, actor);
  gtk_widget_class_bind_template_callback (widget_class, place_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, actor_changed_cb);
}
