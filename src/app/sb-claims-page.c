/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-claims-page.h"

#include "sb-claim-board.h"
#include "sb-claim.h"
#include "sb-fold-panes.h"
#include "sb-hypothesis-matrix.h"
#include "sb-record-builder.h"
#include "sb-record-list.h"
#include "sb-record-view.h"
#include "sb-scenario-board.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

/* What the boards are made of. */
#define KINDS (1u << SB_KIND_CLAIM | 1u << SB_KIND_SCENARIO | 1u << SB_KIND_INDICATOR | 1u << SB_KIND_EXTRACT | 1u << SB_KIND_SOURCE)

struct _SbClaimsPage
{
  SbPage parent_instance;

  SbRecordList *claims; /* (owned) (nullable) before the page is connected */
  gint64 claim; /* that is shown; 0 for none */
  GCancellable *cancellable; /* (owned) (nullable) while the boards are read */

  SbFoldBox *fold;
  GtkPaned *paned;
  SbRecordView *list;
  SbClaimBoard *board;
  SbScenarioBoard *scenarios;
  SbHypothesisMatrix *matrix;
};

G_DEFINE_FINAL_TYPE (SbClaimsPage, sb_claims_page, SB_TYPE_PAGE)

/* What was read of the catalogue. */
typedef struct
{
  SbRecord *claim; /* (owned) (nullable) */
  GPtrArray *evidence; /* (owned) (nullable) of the claim */
  GPtrArray *versions; /* (owned) (nullable) of the claim */
  GPtrArray *scenarios; /* (owned) (nullable) */
  GPtrArray *indicators; /* (owned) (nullable) */
  GPtrArray *weighed; /* (owned) (element-type GPtrArray) the evidence of each scenario */
} Findings;

static void
findings_free (gpointer data)
{
  Findings *findings = data;

  g_clear_object (&findings->claim);
  g_clear_pointer (&findings->evidence, g_ptr_array_unref);
  g_clear_pointer (&findings->versions, g_ptr_array_unref);
  g_clear_pointer (&findings->scenarios, g_ptr_array_unref);
  g_clear_pointer (&findings->indicators, g_ptr_array_unref);
  g_ptr_array_unref (findings->weighed);
  g_free (findings);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Findings, findings_free)

static gboolean
read_claim (SbStore *store,
            gint64 id,
            Findings *findings,
            GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (id == 0)
    return TRUE;

  findings->claim = sb_store_get (store, SB_KIND_CLAIM, id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (findings->claim == NULL)
    return TRUE;

  findings->evidence = sb_store_list_evidence (store, id, error);
  if (findings->evidence != NULL)
    findings->versions = sb_store_list_versions (store, id, error);
  return findings->versions != NULL;
}

static gboolean
read_scenarios (SbStore *store,
                Findings *findings,
                GError **error)
{
  g_autoptr (SbQuery) scenarios = sb_query_new (SB_KIND_SCENARIO);
  g_autoptr (SbQuery) indicators = sb_query_new (SB_KIND_INDICATOR);

  findings->scenarios = sb_store_list (store, scenarios, error);
  if (findings->scenarios == NULL)
    return FALSE;

  findings->indicators = sb_store_list (store, indicators, error);
  if (findings->indicators == NULL)
    return FALSE;

  for (guint i = 0; i < findings->scenarios->len; i++)
    {
      GPtrArray *evidence = sb_store_list_evidence (store, sb_record_get_id (g_ptr_array_index (findings->scenarios, i)), error);

      if (evidence == NULL)
        return FALSE;
      g_ptr_array_add (findings->weighed, evidence);
    }

  return TRUE;
}

/* Run in the worker. */
static gpointer
read_findings (SbStore *store,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (Findings) findings = g_new0 (Findings, 1);

  findings->weighed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  if (!read_claim (store, *(const gint64 *) data, findings, error) || !read_scenarios (store, findings, error))
    return NULL;

  return g_steal_pointer (&findings);
}

static void
findings_read_cb (GObject *object,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (SbClaimsPage) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Findings) findings = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  g_autoptr (SbHypotheses) hypotheses = NULL;

  if (self == NULL || self->claims == NULL)
    return;

  if (findings == NULL)
    {
      sb_page_show_error (SB_PAGE (self), error);
      return;
    }

  hypotheses = sb_hypotheses_new (findings->scenarios, findings->weighed, findings->indicators,
                                  sb_session_get_language (sb_page_get_session (SB_PAGE (self))));
  sb_claim_board_set_claim (self->board, findings->claim, findings->evidence, findings->versions);
  sb_scenario_board_show (self->scenarios, findings->scenarios, findings->indicators);
  sb_hypothesis_matrix_show (self->matrix, hypotheses);
}

static void
read_boards (SbClaimsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  sb_catalogue_read_async (sb_page_get_catalogue (SB_PAGE (self)), read_findings, g_memdup2 (&self->claim, sizeof self->claim), g_free,
                           findings_free, self->cancellable, findings_read_cb, sb_weak_ref_new (self));
}

static void
selection_changed_cb (SbClaimsPage *self)
{
  SbRef *selection = sb_session_get_selection (sb_page_get_session (SB_PAGE (self)));

  /* What is looked up from the board is shown beside it. */
  if (selection == NULL || sb_ref_get_kind (selection) != SB_KIND_CLAIM || sb_ref_get_id (selection) == self->claim)
    return;

  self->claim = sb_ref_get_id (selection);
  read_boards (self);
}

static void
catalogue_changed_cb (SbClaimsPage *self,
                      guint kinds)
{
  if ((kinds & KINDS) != 0)
    read_boards (self);
}

static void
update_query (SbClaimsPage *self)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_CLAIM);

  query->has_as_of = TRUE;
  query->as_of = sb_session_get_as_of (sb_page_get_session (SB_PAGE (self)));
  if (self->claims == NULL)
    self->claims = sb_record_list_new (sb_page_get_catalogue (SB_PAGE (self)), query);
  else
    sb_record_list_set_query (self->claims, query);
}

static void
written_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (SbClaimsPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sb_catalogue_write_finish (SB_CATALOGUE (object), result, &error))
    sb_page_show_error (SB_PAGE (self), error);
}

static void
write_changes (SbClaimsPage *self,
               SbChangeSet *changes)
{
  sb_catalogue_write_async (sb_page_get_catalogue (SB_PAGE (self)), changes, NULL, written_cb, g_object_ref (self));
}

typedef struct
{
  gint64 claim;
  const char *label; /* (unowned) of the unit of work */
  char *words[SB_N_LANGUAGES]; /* (owned) */
} Retaining;

static void
retaining_free (gpointer data)
{
  Retaining *retaining = data;

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    g_free (retaining->words[i]);
  g_free (retaining);
}

/* Run in the worker: what makes of the claim as it is now one with another version
 * retained. */
static gpointer
prepare_retaining (SbStore *store,
                   gpointer data,
                   GCancellable *cancellable,
                   GError **error)
{
  const Retaining *retaining = data;
  g_autoptr (SbRecord) claim = sb_store_get (store, SB_KIND_CLAIM, retaining->claim, error);
  g_autoptr (SbRecord) edited = NULL;
  SbChangeSet *changes;
  SbRecordBuilder *builder;

  if (claim == NULL)
    return NULL;

  builder = sb_record_builder_new_from (claim);
  sb_record_builder_set_words (builder, SB_CLAIM_RETAINED, *retaining->words[SB_LANGUAGE_FR] != '\0' ? retaining->words[SB_LANGUAGE_FR] : NULL,
                               *retaining->words[SB_LANGUAGE_EN] != '\0' ? retaining->words[SB_LANGUAGE_EN] : NULL);
  edited = sb_record_builder_end (builder);
  changes = sb_change_set_new (retaining->label);
  sb_change_set_put_edit (changes, claim, edited);
  return changes;
}

static void
prepared_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (SbClaimsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbChangeSet) changes = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (error != NULL)
    sb_page_show_error (SB_PAGE (self), error);
  if (changes != NULL)
    write_changes (self, changes);
}

static void
retained_cb (SbClaimsPage *self,
             const char *fr,
             const char *en)
{
  Retaining *retaining = g_new0 (Retaining, 1);

  retaining->claim = self->claim;
  retaining->label = _ ("Retain version");
  retaining->words[SB_LANGUAGE_FR] = g_strstrip (g_strdup (fr));
  retaining->words[SB_LANGUAGE_EN] = g_strstrip (g_strdup (en));
  sb_catalogue_read_async (sb_page_get_catalogue (SB_PAGE (self)), prepare_retaining, retaining, retaining_free,
                           (GDestroyNotify) sb_change_set_unref, NULL, prepared_cb, g_object_ref (self));
}

static void
version_retained_cb (SbClaimsPage *self,
                     SbRecord *version)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (_ ("Retain version"));
  g_autoptr (SbRef) ref = sb_record_dup_ref (version);

  if (sb_record_get_topic (version) == NULL)
    return;

  sb_change_set_put_version (changes, ref, sb_record_get_topic (version), TRUE);
  write_changes (self, changes);
}

static void
weighed_cb (SbClaimsPage *self,
            SbRecord *scenario,
            SbRecord *evidence,
            int consistency)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (_ ("Weigh evidence"));
  g_autoptr (SbRef) ref = sb_record_dup_ref (scenario);
  SbRef *extract = sb_record_get_ref (evidence, SB_EVIDENCE_EXTRACT);

  if (consistency == SB_CONSISTENCY_UNKNOWN)
    sb_change_set_remove_evidence (changes, ref, extract);
  else
    sb_change_set_put_evidence (changes, ref, extract, consistency == SB_CONSISTENCY_FOR ? SB_STANCE_SUPPORTS : SB_STANCE_CONTRADICTS,
                                (SbCredibility) sb_record_get_term (evidence, SB_EVIDENCE_CREDIBILITY, SB_CREDIBILITY_NONE));
  write_changes (self, changes);
}

static void
sb_claims_page_focus_content (SbPage *page)
{
  sb_record_view_focus_list (SB_CLAIMS_PAGE (page)->list);
}

static void
sb_claims_page_connect (SbPage *page)
{
  SbClaimsPage *self = SB_CLAIMS_PAGE (page);
  SbSession *session = sb_page_get_session (page);

  update_query (self);
  sb_claim_board_set_session (self->board, session);
  sb_scenario_board_set_session (self->scenarios, session);
  sb_hypothesis_matrix_set_session (self->matrix, session);
  sb_record_view_set_model (self->list, G_LIST_MODEL (self->claims));
  sb_record_view_set_session (self->list, session);
  g_signal_connect_object (session, "notify::selection", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::as-of", G_CALLBACK (update_query), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sb_page_get_catalogue (page), "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);
  sb_fold_panes (self->fold, self->paned, sb_context_get_settings (sb_page_get_context (page)), "claims-list-width");
  selection_changed_cb (self);
  read_boards (self);
}

static void
sb_claims_page_dispose (GObject *object)
{
  SbClaimsPage *self = SB_CLAIMS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->claims);

  G_OBJECT_CLASS (sb_claims_page_parent_class)->dispose (object);
}

static void
sb_claims_page_class_init (SbClaimsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_claims_page_dispose;
  SB_PAGE_CLASS (klass)->connect = sb_claims_page_connect;
  SB_PAGE_CLASS (klass)->focus_content = sb_claims_page_focus_content;

  g_type_ensure (SB_TYPE_CLAIM_BOARD);
  g_type_ensure (SB_TYPE_FOLD_BOX);
  g_type_ensure (SB_TYPE_HYPOTHESIS_MATRIX);
  g_type_ensure (SB_TYPE_RECORD_VIEW);
  g_type_ensure (SB_TYPE_SCENARIO_BOARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-claims-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SbClaimsPage, fold);
  gtk_widget_class_bind_template_child (widget_class, SbClaimsPage, paned);
  gtk_widget_class_bind_template_child (widget_class, SbClaimsPage, list);
  gtk_widget_class_bind_template_child (widget_class, SbClaimsPage, board);
  gtk_widget_class_bind_template_child (widget_class, SbClaimsPage, scenarios);
  gtk_widget_class_bind_template_child (widget_class, SbClaimsPage, matrix);
  gtk_widget_class_bind_template_callback (widget_class, retained_cb);
  gtk_widget_class_bind_template_callback (widget_class, version_retained_cb);
  gtk_widget_class_bind_template_callback (widget_class, weighed_cb);
}

static void
sb_claims_page_init (SbClaimsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
