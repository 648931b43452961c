/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefing-dialog.h"

#include "sb-briefing-subject.h"
#include "sb-briefing.h"
#include "sb-date-format.h"
#include "sb-dossier.h"
#include "sb-drop-down-name.h"
#include "sb-outline.h"
#include "sb-place.h"
#include "sb-record-builder.h"
#include "sb-record-list.h"
#include "sb-spoken-name.h"
#include "sb-subject-field.h"
#include "sb-template.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

/* The one that is asked for most. */
#define FIRST_TEMPLATE "situation"

#define WEEK_DAYS  7
#define MONTH_DAYS 30

/* In the order in which they are offered. */
typedef enum
{
  PERIOD_SESSION, /* that of the time bar */
  PERIOD_WEEK, /* the last seven days of it */
  PERIOD_MONTH, /* the last thirty */
  PERIOD_DOSSIER,
  N_PERIODS
} Period;

/* What a template is for, for somebody who sees it for the first time. */
static const struct
{
  const char *name;
  const char *use;
} uses[] = {
  { "situation", N_ ("What happened, who says what, what to expect and what to do: two pages for people who decide.") },
  { "letter", N_ ("A letter of an observatory: cover, summary, contents, sections, sources. Twenty pages.") },
  { "article", N_ ("An article with its author, its headings and its reading time.") },
  { "note", N_ ("A note on a region: its identity card, its roads, its neighbours.") },
  { "press", N_ ("One page for the press, with numbered notes.") },
  { "chronology", N_ ("A table of events by date, with their sources.") },
  { "actor", N_ ("The sheet of an actor: names, ties, acts, words.") },
  { "delta", N_ ("What changed in the period.") },
  { "roads", N_ ("Which roads are open, which are cut, and what the detour is.") },
  { "days", N_ ("Maps and tables of several days side by side.") },
};

struct _SbBriefingDialog
{
  SbFormDialog parent_instance;

  SbSession *session; /* (owned) */
  SbCatalogue *catalogue; /* (owned) */
  GCancellable *counting; /* (owned) (nullable) */
  SbRecordList *dossiers; /* (owned) */
  const char *const *templates; /* static */
  SbTemplate *chosen; /* (owned) (nullable) */
  gboolean is_named; /* somebody gave it a title */
  gboolean is_timed; /* somebody gave it a period */
  gboolean is_filling;

  GtkDropDown *template;
  GtkLabel *use;
  GtkDropDown *dossier;
  GtkWidget *place_label;
  SbSubjectField *place;
  GtkWidget *actor_label;
  SbSubjectField *actor;
  GtkDropDown *period;
  GtkLabel *days;
  GtkCheckButton *french;
  GtkCheckButton *english;
  GtkEditable *title_fr;
  GtkEditable *title_en;
};

G_DEFINE_FINAL_TYPE (SbBriefingDialog, sb_briefing_dialog, SB_TYPE_FORM_DIALOG)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_template (SbBriefingDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->template);

  return selected != GTK_INVALID_LIST_POSITION ? self->templates[selected] : FIRST_TEMPLATE;
}

/* (nullable) */
static SbRecord *
get_dossier (SbBriefingDialog *self)
{
  return gtk_drop_down_get_selected_item (self->dossier);
}

/* First and last day of what is chosen; the end of a dossier that goes on is that of the
 * time bar. */
static void
find_days (SbBriefingDialog *self,
           int days[2])
{
  Period period = (Period) gtk_drop_down_get_selected (self->period);
  SbRecord *dossier = get_dossier (self);
  SbDate *first = dossier != NULL ? sb_record_get_date (dossier, SB_DOSSIER_FIRST) : NULL;
  SbDate *last = dossier != NULL ? sb_record_get_date (dossier, SB_DOSSIER_LAST) : NULL;

  days[0] = sb_session_get_first_day (self->session);
  days[1] = sb_session_get_last_day (self->session);
  if (period == PERIOD_WEEK)
    days[0] = days[1] - WEEK_DAYS + 1;
  if (period == PERIOD_MONTH)
    days[0] = days[1] - MONTH_DAYS + 1;
  if (period == PERIOD_DOSSIER && first != NULL)
    days[0] = sb_date_get_first_day (first);
  if (period == PERIOD_DOSSIER && last != NULL)
    days[1] = sb_date_get_last_day (last);
  days[0] = MIN (days[0], days[1]);
}

/* What the briefing is about, of those that its product asks for; (nullable). */
static SbRecord *
get_subject (SbBriefingDialog *self,
             SbKind kind)
{
  SbSubjectField *field = kind == SB_KIND_PLACE ? self->place : self->actor;

  return self->chosen != NULL && sb_template_has_subject (self->chosen, kind) ? sb_subject_field_get_record (field) : NULL;
}

static gboolean
is_undecided (SbBriefingDialog *self,
              SbSubjectField *field,
              SbKind kind)
{
  return self->chosen != NULL && sb_template_has_subject (self->chosen, kind) && sb_subject_field_is_undecided (field);
}

static void
update_ready (SbBriefingDialog *self)
{
  gboolean has_fr = gtk_check_button_get_active (self->french);
  gboolean has_en = gtk_check_button_get_active (self->english);
  gboolean is_named = (has_fr && gtk_editable_get_text (self->title_fr)[0] != '\0') ||
                      (has_en && gtk_editable_get_text (self->title_en)[0] != '\0');

  gtk_widget_set_sensitive (GTK_WIDGET (self->title_fr), has_fr);
  gtk_widget_set_sensitive (GTK_WIDGET (self->title_en), has_en);
  sb_form_dialog_set_ready (SB_FORM_DIALOG (self), is_named && !is_undecided (self, self->place, SB_KIND_PLACE) &&
                                                     !is_undecided (self, self->actor, SB_KIND_ACTOR));
}

/* The period that the product is commonly made for, as its template says. */
static void
propose_period (SbBriefingDialog *self,
                const SbTemplate *template)
{
  static const Period periods[] = {
    [SB_TEMPLATE_SPAN_WEEK] = PERIOD_WEEK,
    [SB_TEMPLATE_SPAN_MONTH] = PERIOD_MONTH,
    [SB_TEMPLATE_SPAN_DOSSIER] = PERIOD_DOSSIER,
  };

  if (self->is_timed)
    return;

  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->period, periods[sb_template_get_span (template)]);
  self->is_filling = FALSE;
}

/* Until somebody gives it another name, it is called what it is, and on what. */
static void
propose_titles (SbBriefingDialog *self)
{
  SbRecord *place = get_subject (self, SB_KIND_PLACE);
  SbRecord *subject = place != NULL ? place : get_subject (self, SB_KIND_ACTOR);
  g_autofree char *french = NULL;
  g_autofree char *english = NULL;

  if (self->is_named || self->chosen == NULL)
    return;

  french = sb_briefing_subject_dup_title (self->chosen, subject, SB_LANGUAGE_FR);
  english = sb_briefing_subject_dup_title (self->chosen, subject, SB_LANGUAGE_EN);
  self->is_filling = TRUE;
  gtk_editable_set_text (self->title_fr, french);
  gtk_editable_set_text (self->title_en, english);
  self->is_filling = FALSE;
}

static void
template_changed_cb (SbBriefingDialog *self)
{
  const char *name = get_template (self);
  gboolean has_place, has_actor;

  g_clear_pointer (&self->chosen, sb_template_unref);
  self->chosen = sb_template_new (name, NULL);
  gtk_label_set_label (self->use, self->chosen != NULL ? sb_template_get_product (self->chosen, sb_language_get_interface ()) : "");
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    if (g_str_equal (uses[i].name, name))
      gtk_label_set_label (self->use, _ (uses[i].use));

  has_place = self->chosen != NULL && sb_template_has_subject (self->chosen, SB_KIND_PLACE);
  has_actor = self->chosen != NULL && sb_template_has_subject (self->chosen, SB_KIND_ACTOR);
  gtk_widget_set_visible (self->place_label, has_place);
  gtk_widget_set_visible (GTK_WIDGET (self->place), has_place);
  gtk_widget_set_visible (self->actor_label, has_actor);
  gtk_widget_set_visible (GTK_WIDGET (self->actor), has_actor);
  if (self->chosen != NULL)
    propose_period (self, self->chosen);
  propose_titles (self);
  update_ready (self);
}

static void
subject_changed_cb (SbBriefingDialog *self)
{
  propose_titles (self);
  update_ready (self);
}

/* Run in the worker. */
static gpointer
count_events (SbStore *store,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  gint64 n_events = sb_store_count (store, data, error);

  return n_events >= 0 ? g_memdup2 (&n_events, sizeof n_events) : NULL;
}

static char *
dup_period (SbBriefingDialog *self)
{
  int days[2];

  find_days (self, days);
  return sb_period_format (days[0], days[1], sb_session_get_language (self->session));
}

static void
counted_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (SbBriefingDialog) self = sb_weak_ref_take (user_data);
  g_autofree gint64 *n_events = sb_catalogue_read_finish (SB_CATALOGUE (object), result, NULL);
  g_autofree char *period = NULL;
  g_autofree char *events = NULL;
  g_autofree char *text = NULL;

  /* Without a number the days say what they are. */
  if (n_events == NULL || self == NULL || self->session == NULL)
    return;

  period = dup_period (self);
  events = g_strdup_printf (ngettext ("%u event", "%u events", (gulong) *n_events), (guint) *n_events);
  text = g_strdup_printf ("%s · %s", period, events);
  gtk_label_set_label (self->days, text);
}

/* The days that are chosen, and how much is known of them: a briefing on days of which
 * nothing is known would be empty. */
static void
show_days (SbBriefingDialog *self)
{
  g_autofree char *period = NULL;
  SbRecord *dossier;
  SbQuery *query;
  int days[2];

  if (self->session == NULL)
    return;

  period = dup_period (self);
  gtk_label_set_label (self->days, period);

  dossier = get_dossier (self);
  find_days (self, days);
  query = sb_query_new (SB_KIND_EVENT);
  query->has_period = TRUE;
  query->first_day = days[0];
  query->last_day = days[1];
  query->dossier = dossier != NULL ? sb_record_get_id (dossier) : 0;
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  sb_catalogue_read_async (self->catalogue, count_events, query, (GDestroyNotify) sb_query_free, g_free, self->counting,
                           counted_cb, sb_weak_ref_new (self));
}

static void
period_changed_cb (SbBriefingDialog *self)
{
  self->is_timed = self->is_timed || !self->is_filling;
  show_days (self);
}

static void
dossier_changed_cb (SbBriefingDialog *self)
{
  show_days (self);
}

static void
title_changed_cb (SbBriefingDialog *self)
{
  if (self->is_filling)
    return;

  self->is_named = TRUE;
  update_ready (self);
}

static void
language_toggled_cb (SbBriefingDialog *self)
{
  update_ready (self);
}

/* A paper on one country is headed by its name: that of its region, or of its dossier. */
static void
put_tag (SbBriefingDialog *self,
         SbRecordBuilder *builder)
{
  SbRecord *dossier = get_dossier (self);
  SbRecord *place = get_subject (self, SB_KIND_PLACE);

  if (place != NULL && sb_record_has (place, SB_PLACE_COUNTRY))
    sb_briefing_subject_set_tag (builder, sb_record_get_text (place, SB_PLACE_COUNTRY));
  else if (dossier != NULL)
    sb_briefing_subject_set_tag (builder, sb_record_get_text (dossier, SB_DOSSIER_COUNTRY));
}

/* @briefing (taken), about what is chosen of @kind. */
static SbRecord *
put_subject (SbBriefingDialog *self,
             SbRecord *taken,
             SbKind kind)
{
  g_autoptr (SbRecord) briefing = taken;
  SbRecord *subject = get_subject (self, kind);
  g_autoptr (SbOutline) outline = NULL;
  SbRecord *edited;

  if (subject == NULL)
    return g_steal_pointer (&briefing);

  outline = sb_outline_new (self->chosen, briefing);
  edited = sb_outline_set_setting (outline, sb_template_get_subject_key (kind), sb_record_get_uuid (subject));
  return edited != NULL ? edited : g_steal_pointer (&briefing);
}

static SbRecord *
create_briefing (SbBriefingDialog *self)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_briefing_schema);
  gboolean has_fr = gtk_check_button_get_active (self->french);
  gboolean has_en = gtk_check_button_get_active (self->english);
  SbRecord *dossier = get_dossier (self);
  g_autoptr (SbRef) ref = dossier != NULL ? sb_record_dup_ref (dossier) : NULL;
  g_autoptr (SbDate) first = NULL;
  g_autoptr (SbDate) last = NULL;
  int days[2];

  find_days (self, days);
  first = sb_date_new_for_day (days[0]);
  last = sb_date_new_for_day (days[1]);
  sb_record_builder_set_text (builder, SB_BRIEFING_TEMPLATE, get_template (self));
  sb_record_builder_set_text (builder, SB_BRIEFING_LANGUAGES, has_fr && has_en ? "fr en" : has_fr ? "fr"
                                                                                                  : "en");
  sb_record_builder_set_words (builder, SB_BRIEFING_TITLE, has_fr ? gtk_editable_get_text (self->title_fr) : NULL,
                               has_en ? gtk_editable_get_text (self->title_en) : NULL);
  sb_record_builder_set_ref (builder, SB_BRIEFING_DOSSIER, ref);
  put_tag (self, builder);
  sb_record_builder_set_date (builder, SB_BRIEFING_FIRST, first);
  sb_record_builder_set_date (builder, SB_BRIEFING_LAST, last);
  sb_record_builder_set_date (builder, SB_BRIEFING_AS_OF, last);
  return put_subject (self, put_subject (self, sb_record_builder_end (builder), SB_KIND_PLACE), SB_KIND_ACTOR);
}

static void
sb_briefing_dialog_accept (SbFormDialog *dialog)
{
  g_autoptr (SbRecord) briefing = create_briefing (SB_BRIEFING_DIALOG (dialog));

  g_signal_emit (dialog, signals[CHOSEN], 0, briefing);
  sb_form_dialog_finish (dialog, NULL);
}

static void
sb_briefing_dialog_dispose (GObject *object)
{
  SbBriefingDialog *self = SB_BRIEFING_DIALOG (object);

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_object (&self->session);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->dossiers);
  g_clear_pointer (&self->chosen, sb_template_unref);

  G_OBJECT_CLASS (sb_briefing_dialog_parent_class)->dispose (object);
}

static void
sb_briefing_dialog_class_init (SbBriefingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_briefing_dialog_dispose;
  SB_FORM_DIALOG_CLASS (klass)->accept = sb_briefing_dialog_accept;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  SB_TYPE_RECORD);

  g_type_ensure (SB_TYPE_SUBJECT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-briefing-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbBriefingDialog, template);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingDialog, use);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingDialog, dossier);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingDialog, place_label);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingDialog, place);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingDialog, actor_label);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingDialog, actor);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingDialog, period);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingDialog, days);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingDialog, french);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingDialog, english);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingDialog, title_fr);
  gtk_widget_class_bind_template_child (widget_class, SbBriefingDialog, title_en);
  gtk_widget_class_bind_template_callback (widget_class, template_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, dossier_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, subject_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
}

static void
fill_templates (SbBriefingDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint first = 0;

  self->templates = sb_template_list ();
  for (guint i = 0; self->templates[i] != NULL; i++)
    {
      g_autoptr (SbTemplate) template = sb_template_new (self->templates[i], NULL);

      gtk_string_list_append (titles, template != NULL ? sb_template_get_title (template, sb_language_get_interface ()) : self->templates[i]);
      if (g_str_equal (self->templates[i], FIRST_TEMPLATE))
        first = i;
    }
  gtk_drop_down_set_model (self->template, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->template, first);
}

static char *
get_title (SbRecord *dossier)
{
  return dossier != NULL ? g_strdup (sb_record_get_title (dossier, sb_language_get_interface ())) : NULL;
}

static void
sb_briefing_dialog_init (SbBriefingDialog *self)
{
  g_autoptr (GtkExpression) title = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_title), NULL, NULL);
  const char *const periods[N_PERIODS + 1] = { _ ("Period of the time bar"), _ ("Last seven days of the time bar"), _ ("Last thirty days of the time bar"), _ ("All of the dossier"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (periods);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->period, G_LIST_MODEL (names));
  gtk_drop_down_set_expression (self->dossier, title);
  fill_templates (self);
  self->is_filling = FALSE;
  template_changed_cb (self);
  sb_drop_down_name_all (GTK_WIDGET (self));
  sb_spoken_name_checks (GTK_WIDGET (self));
}

/* What is selected elsewhere is what a briefing is likely to be on. */
static void
propose_subject (SbBriefingDialog *self)
{
  SbRef *selection = sb_session_get_selection (self->session);
  SbKind kind = selection != NULL ? sb_ref_get_kind (selection) : SB_KIND_NONE;

  if (kind == SB_KIND_PLACE || kind == SB_KIND_ACTOR)
    sb_subject_field_choose (kind == SB_KIND_PLACE ? self->place : self->actor, selection);
}

SbBriefingDialog *
sb_briefing_dialog_new (SbCatalogue *catalogue,
                        SbSession *session)
{
  SbBriefingDialog *self = g_object_new (SB_TYPE_BRIEFING_DIALOG, NULL);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOSSIER);

  self->session = g_object_ref (session);
  self->catalogue = g_object_ref (catalogue);
  self->dossiers = sb_record_list_new (catalogue, query);
  gtk_drop_down_set_model (self->dossier, G_LIST_MODEL (self->dossiers));
  sb_subject_field_set_up (self->place, catalogue, SB_KIND_PLACE);
  sb_subject_field_set_up (self->actor, catalogue, SB_KIND_ACTOR);
  propose_subject (self);
  show_days (self);
  return self;
}
