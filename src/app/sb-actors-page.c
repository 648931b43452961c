/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-actors-page.h"

#include "sb-actor-merging.h"
#include "sb-actor.h"
#include "sb-drop-down-name.h"
#include "sb-fold-panes.h"
#include "sb-inspector.h"
#include "sb-record-view.h"
#include "sb-translate.h"
#include "sb-wrap-layout.h"

#include <glib/gi18n.h>

struct _SbActorsPage
{
  SbPage parent_instance;

  GtkFilterListModel *actors; /* (owned) (nullable) those of the kind and the family */
  SbSession *beside; /* (owned) (nullable) what is kept beside; a moment of its own */

  SbFoldBox *fold;
  GtkPaned *paned;
  GtkDropDown *kind;
  GtkDropDown *family;
  SbRecordView *records;
  GtkBox *dossiers;
  AdwBin *dossier;
  GtkWidget *beside_box;
  AdwBin *beside_bin;
};

G_DEFINE_FINAL_TYPE (SbActorsPage, sb_actors_page, SB_TYPE_PAGE)

/* The first entry of a choice stands for all; those below it are the terms. */
static gboolean
matches_choice (SbRecord *actor,
                guint field,
                const SbVocabulary *vocabulary,
                GtkDropDown *choice)
{
  guint chosen = gtk_drop_down_get_selected (choice);

  return chosen == 0 || chosen == GTK_INVALID_LIST_POSITION ||
         sb_record_get_term (actor, field, -1) == vocabulary->terms[chosen - 1].value;
}

static gboolean
is_wanted (gpointer item,
           gpointer user_data)
{
  SbActorsPage *self = user_data;

  return matches_choice (item, SB_ACTOR_KIND, &sb_actor_kind_vocabulary, self->kind) &&
         matches_choice (item, SB_ACTOR_FAMILY, &sb_actor_family_vocabulary, self->family);
}

static void
choice_changed_cb (SbActorsPage *self)
{
  if (self->actors != NULL)
    gtk_filter_changed (gtk_filter_list_model_get_filter (self->actors), GTK_FILTER_CHANGE_DIFFERENT);
}

/* Two dossiers are compared one above the other where there is no room for both. */
static void
folded_cb (SbActorsPage *self)
{
  gboolean is_folded = sb_fold_box_is_folded (self->fold);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->dossiers), is_folded ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
fill_choice (GtkDropDown *choice,
             const char *all,
             const SbVocabulary *vocabulary)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, all);
  for (guint i = 0; i < vocabulary->n_terms; i++)
    gtk_string_list_append (names, sb_translate (sb_language_get_interface (), vocabulary->terms[i].label));
  gtk_drop_down_set_model (choice, G_LIST_MODEL (names));
}

/* The actor that the page acts on; NULL, and a word about it, when there is none. */
static SbRecord *
get_selected (SbActorsPage *self)
{
  SbRecord *selected = sb_record_view_get_selected (self->records);

  if (selected == NULL)
    sb_page_show_message (SB_PAGE (self), _ ("Select an actor first."));
  return selected;
}

static void
merge_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  SbActorsPage *self = SB_ACTORS_PAGE (widget);
  SbRecord *actor = get_selected (self);

  if (actor != NULL)
    sb_actor_merging_ask (SB_PAGE (self), actor, sb_moment_get_actors (sb_page_get_moment (SB_PAGE (self))));
}

static void
part_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  SbActorsPage *self = SB_ACTORS_PAGE (widget);
  SbRecord *actor = get_selected (self);

  if (actor != NULL)
    sb_actor_merging_part (SB_PAGE (self), actor);
}

/* The maps and the time bar show its events and no others. */
static void
show_events_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  SbActorsPage *self = SB_ACTORS_PAGE (widget);
  SbSession *session = sb_page_get_session (SB_PAGE (self));
  SbRecord *actor = get_selected (self);
  g_autoptr (SbRef) ref = NULL;

  if (actor == NULL)
    return;

  ref = sb_record_dup_ref (actor);
  sb_session_set_event_actor (session, ref);
  sb_session_request_page (session, "map");
}

/* What is clicked in the dossier that is kept is selected on the page; that one stays. */
static void
beside_selected_cb (SbActorsPage *self,
                    GParamSpec *pspec,
                    SbSession *beside)
{
  SbRef *selection = sb_session_get_selection (beside);
  SbRef *kept = g_object_get_data (G_OBJECT (beside), "kept");

  if (selection == NULL || sb_ref_equal (selection, kept))
    return;

  sb_session_select (sb_page_get_session (SB_PAGE (self)), selection);
  sb_session_select (beside, kept);
}

static void
beside_document_cb (SbActorsPage *self,
                    gint64 document,
                    int start,
                    int end)
{
  sb_session_request_document (sb_page_get_session (SB_PAGE (self)), document, start, end);
}

/* The dossier of what is selected in @session. */
static GtkWidget *
create_dossier (SbActorsPage *self,
                SbSession *session)
{
  SbContext *context = sb_page_get_context (SB_PAGE (self));
  GtkWidget *dossier = sb_inspector_new_for_dossier (sb_context_get_catalogue (context), session, sb_context_get_events (context));

  sb_inspector_follow_mentions (SB_INSPECTOR (dossier), sb_context_get_mentions (context));
  return dossier;
}

static void
close_beside_action (GtkWidget *widget,
                     const char *action,
                     GVariant *parameter)
{
  SbActorsPage *self = SB_ACTORS_PAGE (widget);

  gtk_widget_set_visible (self->beside_box, FALSE);
  adw_bin_set_child (self->beside_bin, NULL);
  g_clear_object (&self->beside);
}

/* Keeps the dossier of the selected actor beside whichever is selected next. */
static void
keep_beside_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  SbActorsPage *self = SB_ACTORS_PAGE (widget);
  SbRecord *actor = get_selected (self);
  SbRef *ref;

  if (actor == NULL)
    return;

  ref = sb_record_dup_ref (actor);
  g_clear_object (&self->beside);
  self->beside = sb_session_new ();
  /* Both are told as of the same day. */
  sb_session_set_period (self->beside, -SB_DATE_DAY_MAX / 2, SB_DATE_DAY_MAX / 2);
  g_object_bind_property (sb_page_get_session (SB_PAGE (self)), "as-of", self->beside, "as-of", G_BINDING_SYNC_CREATE);
  g_object_set_data_full (G_OBJECT (self->beside), "kept", ref, (GDestroyNotify) sb_ref_unref);
  sb_session_select (self->beside, ref);
  g_signal_connect_object (self->beside, "notify::selection", G_CALLBACK (beside_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->beside, "document-requested", G_CALLBACK (beside_document_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->beside_bin, create_dossier (self, self->beside));
  gtk_widget_set_visible (self->beside_box, TRUE);
}

static void
sb_actors_page_focus_content (SbPage *page)
{
  sb_record_view_focus_list (SB_ACTORS_PAGE (page)->records);
}

static void
sb_actors_page_connect (SbPage *page)
{
  SbActorsPage *self = SB_ACTORS_PAGE (page);
  GListModel *actors = sb_moment_get_actors (sb_page_get_moment (page));
  gboolean can_write = !sb_catalogue_is_read_only (sb_page_get_catalogue (page));

  self->actors = gtk_filter_list_model_new (g_object_ref (actors), GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL)));
  adw_bin_set_child (self->dossier, create_dossier (self, sb_page_get_session (page)));
  sb_record_view_set_model (self->records, G_LIST_MODEL (self->actors));
  sb_record_view_set_session (self->records, sb_page_get_session (page));
  sb_fold_panes (self->fold, self->paned, sb_context_get_settings (sb_page_get_context (page)), "actors-list-width");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "actor.merge", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "actor.part", can_write);
}

static void
sb_actors_page_dispose (GObject *object)
{
  SbActorsPage *self = SB_ACTORS_PAGE (object);

  g_clear_object (&self->actors);
  g_clear_object (&self->beside);

  G_OBJECT_CLASS (sb_actors_page_parent_class)->dispose (object);
}

static void
sb_actors_page_class_init (SbActorsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_actors_page_dispose;
  SB_PAGE_CLASS (klass)->connect = sb_actors_page_connect;
  SB_PAGE_CLASS (klass)->focus_content = sb_actors_page_focus_content;

  g_type_ensure (SB_TYPE_FOLD_BOX);
  g_type_ensure (SB_TYPE_RECORD_VIEW);
  g_type_ensure (SB_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-actors-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SbActorsPage, fold);
  gtk_widget_class_bind_template_child (widget_class, SbActorsPage, paned);
  gtk_widget_class_bind_template_child (widget_class, SbActorsPage, kind);
  gtk_widget_class_bind_template_child (widget_class, SbActorsPage, family);
  gtk_widget_class_bind_template_child (widget_class, SbActorsPage, records);
  gtk_widget_class_bind_template_child (widget_class, SbActorsPage, dossiers);
  gtk_widget_class_bind_template_child (widget_class, SbActorsPage, dossier);
  gtk_widget_class_bind_template_child (widget_class, SbActorsPage, beside_box);
  gtk_widget_class_bind_template_child (widget_class, SbActorsPage, beside_bin);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_install_action (widget_class, "actor.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "actor.part", NULL, part_action);
  gtk_widget_class_install_action (widget_class, "actor.show-events", NULL, show_events_action);
  gtk_widget_class_install_action (widget_class, "actor.keep-beside", NULL, keep_beside_action);
  gtk_widget_class_install_action (widget_class, "actor.close-beside", NULL, close_beside_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "actor.keep-beside", NULL);
}

static void
sb_actors_page_init (SbActorsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choice (self->kind, _ ("All kinds"), &sb_actor_kind_vocabulary);
  fill_choice (self->family, _ ("All families"), &sb_actor_family_vocabulary);
  sb_drop_down_name_all (GTK_WIDGET (self));
}
