/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-alliance-panel.h"

#include "sb-alliance-sheet.h"
#include "sb-alliance.h"
#include "sb-inspector.h"
#include "sb-relation.h"
#include "sb-weak-ref.h"

/* How long after the last change of the day the sheet is filled anew. */
#define SETTLE_MS 80

struct _SbAlliancePanel
{
  AdwBin parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbSession *session; /* (owned) */
  GtkStack *stack; /* the child */
  SbAllianceSheet *sheet;
  GtkWidget *inspector;
  GCancellable *cancellable; /* (owned) (nullable) of the look-up under way */
  guint settle_source;
};

G_DEFINE_FINAL_TYPE (SbAlliancePanel, sb_alliance_panel, ADW_TYPE_BIN)

typedef struct
{
  gint64 alliance;
  int since;
  int as_of;
} Request;

/* As SbAllianceFacts, all of it owned. */
typedef struct
{
  SbRecord *alliance;
  GPtrArray *evidence;
  SbRecord *instrument;
  SbSituationChanges *changes;
  int as_of;
} Findings;

static void
findings_free (Findings *findings)
{
  g_clear_object (&findings->alliance);
  g_clear_pointer (&findings->evidence, g_ptr_array_unref);
  g_clear_object (&findings->instrument);
  g_clear_pointer (&findings->changes, sb_situation_changes_free);
  g_free (findings);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Findings, findings_free)

static gboolean
is_party (SbRecord *alliance,
          SbRef *actor)
{
  for (guint i = 0; actor != NULL && i < sb_record_get_n_items (alliance, SB_ALLIANCE_PARTIES); i++)
    if (sb_ref_equal (sb_record_get_ref (sb_record_get_item (alliance, SB_ALLIANCE_PARTIES, i), SB_ALLIANCE_PARTY_ACTOR), actor))
      return TRUE;

  return FALSE;
}

/* Adds the relations of parties with each other. */
static gboolean
add_relations (SbStore *store,
               SbRecord *alliance,
               SbSituationInput *input,
               GError **error)
{
  for (guint i = 0; i < sb_record_get_n_items (alliance, SB_ALLIANCE_PARTIES); i++)
    {
      SbRef *party = sb_record_get_ref (sb_record_get_item (alliance, SB_ALLIANCE_PARTIES, i), SB_ALLIANCE_PARTY_ACTOR);
      g_autoptr (SbQuery) query = sb_query_new (SB_KIND_RELATION);
      g_autoptr (GPtrArray) relations = NULL;

      query->actor = sb_ref_get_id (party);
      relations = sb_store_list (store, query, error);
      if (relations == NULL)
        return FALSE;

      for (guint j = 0; j < relations->len; j++)
        {
          SbRecord *relation = g_ptr_array_index (relations, j);

          if (is_party (alliance, sb_record_get_ref (relation, SB_RELATION_SUBJECT)) &&
              is_party (alliance, sb_record_get_ref (relation, SB_RELATION_OBJECT)))
            sb_situation_input_add (input, relation);
        }
    }

  return TRUE;
}

/* Run in the worker. */
static gpointer
look_up (SbStore *store,
         gpointer data,
         GCancellable *cancellable,
         GError **error)
{
  const Request *request = data;
  g_autoptr (Findings) findings = g_new0 (Findings, 1);
  g_autoptr (SbSituationInput) input = sb_situation_input_new ();
  g_autoptr (GError) failure = NULL;
  SbRef *instrument;

  findings->as_of = request->as_of;
  findings->alliance = sb_store_get (store, SB_KIND_ALLIANCE, request->alliance, &failure);
  instrument = findings->alliance != NULL ? sb_record_get_ref (findings->alliance, SB_ALLIANCE_INSTRUMENT) : NULL;
  if (instrument != NULL)
    findings->instrument = sb_store_get (store, SB_KIND_INSTRUMENT, sb_ref_get_id (instrument), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  /* It may have been removed since it was selected. */
  if (findings->alliance == NULL)
    return g_steal_pointer (&findings);

  findings->evidence = sb_store_list_evidence (store, request->alliance, error);
  if (findings->evidence == NULL || !add_relations (store, findings->alliance, input, error))
    return NULL;

  sb_situation_input_add (input, findings->alliance);
  sb_situation_input_set_evidence (input, request->alliance, findings->evidence);
  if (request->since < request->as_of)
    findings->changes = sb_situation_changes_new (input, request->since, request->as_of);
  return g_steal_pointer (&findings);
}

static void
looked_up_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (SbAlliancePanel) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Findings) findings = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  SbAllianceFacts facts;

  if (self == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  if (findings == NULL)
    {
      g_warning ("Cannot look up the alliance: %s", error->message);
      return;
    }

  if (findings->alliance == NULL)
    {
      gtk_stack_set_visible_child (self->stack, self->inspector);
      return;
    }

  facts = (SbAllianceFacts) { findings->alliance, findings->evidence, findings->instrument, findings->changes, findings->as_of };
  sb_alliance_sheet_show (self->sheet, &facts);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->sheet));
}

static void
update (SbAlliancePanel *self)
{
  SbRef *selection = sb_session_get_selection (self->session);
  Request *request;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (selection == NULL || sb_ref_get_kind (selection) != SB_KIND_ALLIANCE)
    {
      gtk_stack_set_visible_child (self->stack, self->inspector);
      return;
    }

  request = g_new0 (Request, 1);
  request->alliance = sb_ref_get_id (selection);
  request->since = sb_session_get_first_day (self->session);
  request->as_of = sb_session_get_as_of (self->session);
  self->cancellable = g_cancellable_new ();
  sb_catalogue_read_async (self->catalogue, look_up, request, g_free, (GDestroyNotify) findings_free, self->cancellable,
                           looked_up_cb, sb_weak_ref_new (self));
}

static gboolean
settled_cb (gpointer data)
{
  SbAlliancePanel *self = data;

  self->settle_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
day_changed_cb (SbAlliancePanel *self)
{
  if (self->settle_source == 0)
    self->settle_source = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
sb_alliance_panel_dispose (GObject *object)
{
  SbAlliancePanel *self = SB_ALLIANCE_PANEL (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sb_alliance_panel_parent_class)->dispose (object);
}

static void
sb_alliance_panel_class_init (SbAlliancePanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sb_alliance_panel_dispose;
}

static void
sb_alliance_panel_init (SbAlliancePanel *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

GtkWidget *
sb_alliance_panel_new (SbCatalogue *catalogue,
                       SbSession *session)
{
  SbAlliancePanel *self = g_object_new (SB_TYPE_ALLIANCE_PANEL, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->session = g_object_ref (session);
  self->inspector = sb_inspector_new (catalogue, session);
  self->sheet = SB_ALLIANCE_SHEET (sb_alliance_sheet_new (session));
  gtk_stack_add_child (self->stack, self->inspector);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->sheet));
  g_signal_connect_object (session, "notify::selection", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::as-of", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::first-day", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
