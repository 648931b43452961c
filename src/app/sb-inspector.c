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
#include "sb-inspector-findings.h"
#include "sb-record-markup.h"
#include "sb-record-sheet.h"
#include "sb-relation.h"
#include "sb-succession.h"
#include "sb-text.h"

#include <glib/gi18n.h>

/* How long after the last change of the day what held on it is looked up anew. */
#define SETTLE_MS 120

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

/* What the worker looks up. */
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

/* Run in the worker. */
static gpointer
look_up (SbStore *store,
         gpointer data,
         GCancellable *cancellable,
         GError **error)
{
  const Request *request = data;

  return sb_findings_new (store, request->ref, request->day, error);
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
make_title (const SbFindingsList *list,
            const SbFindings *findings,
            SbLanguage language)
{
  g_autofree char *count = NULL;

  if (!list->is_naming)
    return g_strdup (sb_kind_get_plural_label (list->kind, language));

  count = sb_number_format ((double) findings->n_naming, 0, sb_language_get_interface ());
  /* Translators: heading of a list; %s is how many there are. */
  return g_strdup_printf (_ ("Documents that name it (%s)"), count);
}

/* Who holds a place on the day, and what lies on it; that nobody is known to hold it is
 * an answer as well. */
static void
show_day (SbInspector *self,
          const SbFindings *findings)
{
  SbLanguage language = sb_language_get_interface ();
  g_autofree char *day = sb_day_format (findings->day, language, SB_DATE_STYLE_LONG);

  for (guint i = 0; i < findings->on_day->len; i++)
    {
      const SbFindingsList *list = g_ptr_array_index (findings->on_day, i);
      /* Translators: heading of a list: what kind of records, the day on which they are in
       * force. */
      g_autofree char *title = g_strdup_printf (_ ("%s as of %s"), sb_kind_get_plural_label (list->kind, language), day);

      if (list->records->len > 0)
        sb_record_sheet_add_related (self->sheet, title, list->records);
      else if (list->kind == SB_KIND_CONTROL)
        sb_record_sheet_add_note (self->sheet, title, _ ("Nobody is known to hold it."));
    }
}

/* Travel advice is given of places. */
static void
add_zone_button (SbInspector *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Make a Travel _Zone…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.new-zone");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  sb_record_sheet_add_section (self->sheet, _ ("Travel advice"), button);
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
                 const SbFindings *findings)
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
              const SbFindings *findings)
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
show_list (SbInspector *self,
           const SbFindings *findings,
           const SbFindingsList *list)
{
  g_autofree char *title = NULL;

  if (list->kind == SB_KIND_CLAIM && sb_record_get_kind (findings->record) == SB_KIND_ACTOR)
    {
      show_claims (self, findings->record, list->records);
      return;
    }

  title = make_title (list, findings, sb_session_get_language (self->session));
  sb_record_sheet_add_related (self->sheet, title, list->records);
}

/* What is selected was merged into @record (nullable) since, maybe in another window: then
 * that is selected. */
static gboolean
follow_merge (SbInspector *self,
              SbRecord *record)
{
  SbRef *selection = sb_session_get_selection (self->session);
  g_autoptr (SbRef) ref = NULL;

  if (record == NULL || selection == NULL || sb_record_get_id (record) == sb_ref_get_id (selection))
    return FALSE;

  ref = sb_record_dup_ref (record);
  sb_session_select (self->session, ref);
  return TRUE;
}

static void
looked_up_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (SbInspector) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbFindings) findings = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (findings == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("Cannot look up the selection: %s", error->message);
      return;
    }

  if (follow_merge (self, findings->record))
    return;

  sb_record_sheet_set_record (self->sheet, findings->record, findings->evidence);
  show_article (self, findings->record, findings->article);
  show_day (self, findings);
  if (findings->succession != NULL)
    show_dossier (self, findings);
  for (guint i = 0; i < findings->related->len; i++)
    show_list (self, findings, g_ptr_array_index (findings->related, i));
  if (findings->record != NULL && sb_record_get_kind (findings->record) == SB_KIND_PLACE)
    add_zone_button (self);
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
                           (GDestroyNotify) sb_findings_free, self->cancellable, looked_up_cb, g_object_ref (self));
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

void
sb_inspector_follow_mentions (SbInspector *self,
                              SbMentionFollower *mentions)
{
  g_return_if_fail (SB_IS_INSPECTOR (self));

  if (mentions != NULL)
    g_signal_connect_object (mentions, "followed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
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
