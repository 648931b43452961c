/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-inspector.h"

#include "sb-actor-activity.h"
#include "sb-article-intake.h"
#include "sb-claim.h"
#include "sb-date-format.h"
#include "sb-document.h"
#include "sb-record-markup.h"
#include "sb-record-sheet.h"
#include "sb-relation.h"
#include "sb-succession.h"
#include "sb-text.h"

#include <glib/gi18n.h>

/* How many records of one kind are shown around the selection. */
#define MAX_RELATED 12

/* How long after the last change of the day what held on it is looked up anew. */
#define SETTLE_MS 120

/* Who is looked for around an actor that others came of, at most. */
#define MAX_SUCCESSION 60

struct _SbInspector
{
  AdwBin parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbSession *session; /* (owned) */
  SbRecordSheet *sheet; /* the child */
  GtkWidget *activity; /* (owned) (nullable) of the actor of a dossier */
  GCancellable *cancellable; /* (owned) (nullable) of the look-up under way */
  guint settle_source; /* the day has changed */
};

G_DEFINE_FINAL_TYPE (SbInspector, sb_inspector, ADW_TYPE_BIN)

/* What is looked up around a selection: for each kind, which others, and by
 * which field of the query. */
typedef struct
{
  SbKind selected;
  SbKind related;
  gsize filter; /* of a gint64 of SbQuery */
} Relation;

static const Relation relations[] = {
  { SB_KIND_ACTOR, SB_KIND_ALLIANCE, G_STRUCT_OFFSET (SbQuery, actor) },
  { SB_KIND_ACTOR, SB_KIND_RELATION, G_STRUCT_OFFSET (SbQuery, actor) },
  { SB_KIND_ACTOR, SB_KIND_EVENT, G_STRUCT_OFFSET (SbQuery, actor) },
  { SB_KIND_ACTOR, SB_KIND_RESTRICTION, G_STRUCT_OFFSET (SbQuery, actor) },
  { SB_KIND_ACTOR, SB_KIND_CONTROL, G_STRUCT_OFFSET (SbQuery, actor) },
  { SB_KIND_ACTOR, SB_KIND_CLAIM, G_STRUCT_OFFSET (SbQuery, actor) },
  { SB_KIND_ACTOR, SB_KIND_DOCUMENT, G_STRUCT_OFFSET (SbQuery, actor) },
  { SB_KIND_PLACE, SB_KIND_EVENT, G_STRUCT_OFFSET (SbQuery, place) },
  { SB_KIND_PLACE, SB_KIND_CONTROL, G_STRUCT_OFFSET (SbQuery, place) },
  { SB_KIND_PLACE, SB_KIND_RESTRICTION, G_STRUCT_OFFSET (SbQuery, place) },
  { SB_KIND_PLACE, SB_KIND_DOCUMENT, G_STRUCT_OFFSET (SbQuery, place) },
  { SB_KIND_PLACE, SB_KIND_ZONE, G_STRUCT_OFFSET (SbQuery, place) },
  { SB_KIND_CORRIDOR, SB_KIND_RESTRICTION, G_STRUCT_OFFSET (SbQuery, corridor) },
  { SB_KIND_CORRIDOR, SB_KIND_DOCUMENT, G_STRUCT_OFFSET (SbQuery, corridor) },
  { SB_KIND_DOCUMENT, SB_KIND_EVENT, G_STRUCT_OFFSET (SbQuery, document) },
  { SB_KIND_DOCUMENT, SB_KIND_RESTRICTION, G_STRUCT_OFFSET (SbQuery, document) },
  { SB_KIND_DOCUMENT, SB_KIND_CLAIM, G_STRUCT_OFFSET (SbQuery, document) },
  { SB_KIND_EXTRACT, SB_KIND_EVENT, G_STRUCT_OFFSET (SbQuery, extract) },
  { SB_KIND_EXTRACT, SB_KIND_RELATION, G_STRUCT_OFFSET (SbQuery, extract) },
  { SB_KIND_EXTRACT, SB_KIND_ALLIANCE, G_STRUCT_OFFSET (SbQuery, extract) },
  { SB_KIND_EXTRACT, SB_KIND_RESTRICTION, G_STRUCT_OFFSET (SbQuery, extract) },
  { SB_KIND_EXTRACT, SB_KIND_CONTROL, G_STRUCT_OFFSET (SbQuery, extract) },
  { SB_KIND_EXTRACT, SB_KIND_CLAIM, G_STRUCT_OFFSET (SbQuery, extract) },
  { SB_KIND_EXTRACT, SB_KIND_FIGURE, G_STRUCT_OFFSET (SbQuery, extract) },
  { SB_KIND_EXTRACT, SB_KIND_ZONE, G_STRUCT_OFFSET (SbQuery, extract) },
  { SB_KIND_SOURCE, SB_KIND_DOCUMENT, G_STRUCT_OFFSET (SbQuery, source) },
};

/* What is told of a place as it was on the day, before all that is known of it. */
static const SbKind day_kinds[] = { SB_KIND_CONTROL, SB_KIND_RESTRICTION };

typedef struct
{
  SbRef *ref; /* (owned) */
  int day; /* what it is looked up for */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  sb_ref_unref (request->ref);
  g_free (request);
}

typedef struct
{
  SbRecord *record; /* (owned) (nullable) */
  int day;
  GPtrArray *on_day[G_N_ELEMENTS (day_kinds)]; /* (owned) (nullable) of a place */
  GPtrArray *evidence; /* (owned) (nullable) */
  SbArticle *article; /* (owned) (nullable) of a document whose page was wanted */
  GPtrArray *related[G_N_ELEMENTS (relations)]; /* (owned) (nullable) */
  GPtrArray *succession; /* (owned) (nullable) (element-type SbSuccessionStep) of an actor */
  gint64 n_naming; /* documents that name it, of which the newest are shown */
} Findings;

/* Whether the documents are those whose text names what is selected. */
static gboolean
is_naming (const Relation *relation)
{
  return relation->related == SB_KIND_DOCUMENT && relation->selected != SB_KIND_SOURCE;
}

static void
findings_free (Findings *findings)
{
  g_clear_object (&findings->record);
  g_clear_pointer (&findings->evidence, g_ptr_array_unref);
  g_clear_pointer (&findings->article, sb_article_free);
  g_clear_pointer (&findings->succession, g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    g_clear_pointer (&findings->related[i], g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (day_kinds); i++)
    g_clear_pointer (&findings->on_day[i], g_ptr_array_unref);

  g_free (findings);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Findings, findings_free)

/* Run in the worker. The ties of @actor by which somebody came of somebody, without those
 * that are known; whom they lead to waits in @waiting. */
static gboolean
add_successions (SbStore *store,
                 gint64 actor,
                 GPtrArray *ties,
                 GArray *waiting,
                 GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_RELATION);
  g_autoptr (GPtrArray) found = NULL;
  SbRef *ends[2];

  query->actor = actor;
  if (!(found = sb_store_list (store, query, error)))
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      SbRecord *tie = g_ptr_array_index (found, i);
      gboolean is_known = FALSE;

      if (!sb_succession_read (tie, &ends[0], &ends[1]))
        continue;
      for (guint j = 0; j < ties->len && !is_known; j++)
        is_known = sb_record_get_id (g_ptr_array_index (ties, j)) == sb_record_get_id (tie);
      if (is_known)
        continue;

      g_ptr_array_add (ties, g_object_ref (tie));
      for (guint j = 0; j < G_N_ELEMENTS (ends); j++)
        {
          gint64 id = sb_ref_get_id (ends[j]);

          if (id != actor)
            g_array_append_val (waiting, id);
        }
    }

  return TRUE;
}

/* Run in the worker. */
static GPtrArray *
load_succession (SbStore *store,
                 SbRef *actor,
                 GError **error)
{
  g_autoptr (GPtrArray) ties = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = sb_ref_get_id (actor);

  g_array_append_val (waiting, id);
  for (guint i = 0; i < waiting->len && i < MAX_SUCCESSION; i++)
    if (!add_successions (store, g_array_index (waiting, gint64, i), ties, waiting, error))
      return NULL;

  return sb_succession_build (actor, ties);
}

/* Run in the worker. */
static gboolean
look_up_day (Findings *findings,
             SbStore *store,
             const Request *request,
             GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (day_kinds); i++)
    {
      g_autoptr (SbQuery) query = sb_query_new (day_kinds[i]);

      query->limit = MAX_RELATED;
      query->place = sb_ref_get_id (request->ref);
      query->has_as_of = TRUE;
      query->as_of = request->day;
      if (!(findings->on_day[i] = sb_store_list (store, query, error)))
        return FALSE;
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
  SbRef *ref = request->ref;
  g_autoptr (Findings) findings = g_new0 (Findings, 1);
  g_autoptr (GError) local_error = NULL;

  findings->record = sb_store_get (store, sb_ref_get_kind (ref), sb_ref_get_id (ref), &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  /* It may have been removed since it was selected. */
  if (findings->record == NULL)
    return g_steal_pointer (&findings);

  findings->day = request->day;
  if (!(findings->evidence = sb_store_list_evidence (store, sb_ref_get_id (ref), error)))
    return NULL;
  if (sb_ref_get_kind (ref) == SB_KIND_PLACE && !look_up_day (findings, store, request, error))
    return NULL;

  if (sb_ref_get_kind (ref) == SB_KIND_DOCUMENT)
    {
      findings->article = sb_store_get_article (store, sb_ref_get_id (ref), &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }

  if (sb_ref_get_kind (ref) == SB_KIND_ACTOR)
    {
      g_autoptr (SbRef) actor = sb_record_dup_ref (findings->record);

      if (!(findings->succession = load_succession (store, actor, error)))
        return NULL;
    }

  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    {
      g_autoptr (SbQuery) query = NULL;

      if (relations[i].selected != sb_ref_get_kind (ref))
        continue;

      query = sb_query_new (relations[i].related);
      query->limit = MAX_RELATED;
      /* A text counts once, whoever prints it again. */
      if (is_naming (&relations[i]))
        query->flags |= SB_QUERY_GROUPED;
      G_STRUCT_MEMBER (gint64, query, relations[i].filter) = sb_ref_get_id (ref);
      if (!(findings->related[i] = sb_store_list (store, query, error)))
        return NULL;
      if (is_naming (&relations[i]) && (findings->n_naming = sb_store_count (store, query, error)) < 0)
        return NULL;
    }

  return g_steal_pointer (&findings);
}

/* Why a document still has the summary of its feed; nothing of one that has another
 * text by now, because its page was captured. */
static void
show_article (SbInspector *self,
              SbRecord *document,
              const SbArticle *article)
{
  g_autofree char *reason = NULL;

  if (article == NULL || g_strcmp0 (article->text_hash, sb_record_get_text (document, SB_DOCUMENT_TEXT_HASH)) != 0)
    return;

  reason = sb_article_dup_reason (article, sb_session_get_language (self->session));
  if (reason != NULL)
    sb_record_sheet_add_note (self->sheet, _ ("Whole article"), reason);
}

static char *
make_title (const Relation *relation,
            const Findings *findings,
            SbLanguage language)
{
  g_autofree char *count = NULL;

  if (!is_naming (relation))
    return g_strdup (sb_kind_get_plural_label (relation->related, language));

  count = sb_number_format ((double) findings->n_naming, 0, sb_language_get_interface ());
  /* Translators: heading of a list; %s is how many there are. */
  return g_strdup_printf (_ ("Documents that name it (%s)"), count);
}

/* Who holds a place on the day, and what lies on it; that nobody is known to hold it is
 * an answer as well. */
static void
show_day (SbInspector *self,
          const Findings *findings)
{
  SbLanguage language = sb_language_get_interface ();
  g_autofree char *day = sb_day_format (findings->day, language, SB_DATE_STYLE_LONG);

  for (guint i = 0; i < G_N_ELEMENTS (day_kinds); i++)
    {
      /* Translators: heading of a list: what kind of records, the day on which they are in
       * force. */
      g_autofree char *title = g_strdup_printf (_ ("%s as of %s"), sb_kind_get_plural_label (day_kinds[i], language), day);

      if (findings->on_day[i] != NULL && findings->on_day[i]->len > 0)
        sb_record_sheet_add_related (self->sheet, title, findings->on_day[i]);
      else if (findings->on_day[i] != NULL && day_kinds[i] == SB_KIND_CONTROL)
        sb_record_sheet_add_note (self->sheet, title, _ ("Nobody is known to hold it."));
    }
}

/* "2017 · JNIM (merged into)" */
static SbSheetLine *
make_line (const SbSuccessionStep *step,
           SbRef *selected,
           SbLanguage language)
{
  SbSheetLine *line = g_new0 (SbSheetLine, 1);
  SbDate *since = step->relation != NULL ? sb_record_get_date (step->relation, SB_RELATION_SINCE) : NULL;
  g_autofree char *day = since != NULL ? sb_date_format (since, language, SB_DATE_STYLE_MEDIUM) : NULL;
  g_autofree char *date = day != NULL ? g_markup_printf_escaped ("%s · ", day) : g_strdup ("");
  g_autofree char *name = sb_ref_equal (step->actor, selected) ? g_markup_printf_escaped ("<b>%s</b>", sb_ref_get_name (step->actor, language))
                                                               : sb_record_markup_ref (step->actor, language);
  g_autofree char *kind = NULL;

  if (step->relation != NULL)
    kind = g_markup_printf_escaped (" <small>(%s)</small>",
                                    sb_vocabulary_get_label (&sb_relation_kind_vocabulary, sb_record_get_term (step->relation, SB_RELATION_KIND, 0), language));
  line->depth = step->depth;
  line->markup = g_strconcat (step->depth > 0 ? "└ " : "", date, name, kind, NULL);
  return line;
}

static void
show_succession (SbInspector *self,
                 const Findings *findings)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_sheet_line_free);
  g_autoptr (SbRef) selected = sb_record_dup_ref (findings->record);

  for (guint i = 0; i < findings->succession->len; i++)
    g_ptr_array_add (lines, make_line (g_ptr_array_index (findings->succession, i), selected, sb_session_get_language (self->session)));
  sb_record_sheet_add_lines (self->sheet, _ ("Succession"), lines);
}

/* Whether the actor is among those who said something of the claim. */
static gboolean
is_speaker (SbRecord *claim,
            gint64 actor)
{
  for (guint i = 0; i < sb_record_get_n_items (claim, SB_CLAIM_STATEMENTS); i++)
    {
      SbRef *speaker = sb_record_get_ref (sb_record_get_item (claim, SB_CLAIM_STATEMENTS, i), SB_CLAIM_STATEMENT_SPEAKER);

      if (speaker != NULL && sb_ref_get_id (speaker) == actor)
        return TRUE;
    }

  return FALSE;
}

/* What an actor said, and what is said about it. */
static void
show_claims (SbInspector *self,
             SbRecord *actor,
             GPtrArray *claims)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new ();
  g_autoptr (GPtrArray) about = g_ptr_array_new ();

  for (guint i = 0; i < claims->len; i++)
    {
      SbRecord *claim = g_ptr_array_index (claims, i);

      g_ptr_array_add (is_speaker (claim, sb_record_get_id (actor)) ? made : about, claim);
    }

  sb_record_sheet_add_related (self->sheet, _ ("What it claimed or denied"), made);
  sb_record_sheet_add_related (self->sheet, _ ("What is claimed about it"), about);
}

/* Of an actor alone: what it did and where, whom it came of. */
static void
show_dossier (SbInspector *self,
              const Findings *findings)
{
  if (self->activity != NULL)
    {
      g_autoptr (SbRef) actor = sb_record_dup_ref (findings->record);

      sb_actor_activity_set_actor (SB_ACTOR_ACTIVITY (self->activity), actor);
      sb_record_sheet_add_section (self->sheet, _ ("Events by month, and where"), self->activity);
    }

  show_succession (self, findings);
}

static void
looked_up_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (SbInspector) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Findings) findings = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (findings == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("Cannot look up the selection: %s", error->message);
      return;
    }

  sb_record_sheet_set_record (self->sheet, findings->record, findings->evidence);
  show_article (self, findings->record, findings->article);
  show_day (self, findings);
  if (findings->succession != NULL)
    show_dossier (self, findings);
  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    if (findings->related[i] != NULL && relations[i].selected == SB_KIND_ACTOR && relations[i].related == SB_KIND_CLAIM)
      show_claims (self, findings->record, findings->related[i]);
    else if (findings->related[i] != NULL)
      {
        g_autofree char *title = make_title (&relations[i], findings, sb_session_get_language (self->session));

        sb_record_sheet_add_related (self->sheet, title, findings->related[i]);
      }
}

static void
update (SbInspector *self)
{
  SbRef *selection = sb_session_get_selection (self->session);
  Request *request;

  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (selection == NULL)
    {
      sb_record_sheet_set_record (self->sheet, NULL, NULL);
      return;
    }

  self->cancellable = g_cancellable_new ();
  request = g_new0 (Request, 1);
  request->ref = sb_ref_ref (selection);
  request->day = sb_session_get_as_of (self->session);
  sb_catalogue_read_async (self->catalogue, look_up, request, request_free,
                           (GDestroyNotify) findings_free, self->cancellable, looked_up_cb, g_object_ref (self));
}

static gboolean
settled_cb (gpointer data)
{
  SbInspector *self = data;

  self->settle_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Of what else can be selected, nothing is told that depends on the day. */
static void
day_changed_cb (SbInspector *self)
{
  SbRef *selection = sb_session_get_selection (self->session);

  if (selection == NULL || sb_ref_get_kind (selection) != SB_KIND_PLACE)
    return;

  g_clear_handle_id (&self->settle_source, g_source_remove);
  self->settle_source = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
sb_inspector_dispose (GObject *object)
{
  SbInspector *self = SB_INSPECTOR (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->activity);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sb_inspector_parent_class)->dispose (object);
}

static void
sb_inspector_class_init (SbInspectorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sb_inspector_dispose;
}

static void
sb_inspector_init (SbInspector *self)
{
  self->sheet = SB_RECORD_SHEET (sb_record_sheet_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->sheet));
}

GtkWidget *
sb_inspector_new (SbCatalogue *catalogue,
                  SbSession *session)
{
  SbInspector *self = g_object_new (SB_TYPE_INSPECTOR, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->session = g_object_ref (session);
  sb_record_sheet_set_session (self->sheet, session);
  g_signal_connect_object (session, "notify::selection", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::as-of", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

GtkWidget *
sb_inspector_new_for_dossier (SbCatalogue *catalogue,
                              SbSession *session,
                              SbEventSource *events)
{
  GtkWidget *self = sb_inspector_new (catalogue, session);

  /* It stays while the sheet around it is made anew: a map takes its time. */
  SB_INSPECTOR (self)->activity = g_object_ref_sink (sb_actor_activity_new (events, session));
  return self;
}
