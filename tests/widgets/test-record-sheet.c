/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-record-sheet.h"

#include "sb-briefing.h"
#include "sb-document.h"
#include "sb-event.h"
#include "sb-evidence.h"
#include "sb-grade.h"
#include "sb-place.h"
#include "sb-record-builder.h"
#include "sb-relation.h"
#include "sb-test-screen.h"

#define QUOTE "le blocus est <levé> & confirmé"

typedef struct
{
  gint64 document;
  int start;
  int end;
} Request;

static void
document_requested_cb (SbSession *session,
                       gint64 document,
                       int start,
                       int end,
                       gpointer user_data)
{
  Request *request = user_data;

  request->document = document;
  request->start = start;
  request->end = end;
}

static SbRecord *
create_evidence (SbStance stance)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_evidence_schema);
  g_autoptr (SbBilingual) name = sb_bilingual_new ("Note & analyse", NULL);
  g_autoptr (SbRef) document = sb_ref_new (SB_KIND_DOCUMENT, 42, NULL, name);
  g_autoptr (SbDate) date = sb_date_new ("2025-09-03", NULL);

  sb_record_builder_set_ref (builder, SB_EVIDENCE_DOCUMENT, document);
  sb_record_builder_set_term (builder, SB_EVIDENCE_STANCE, stance);
  sb_record_builder_set_text (builder, SB_EVIDENCE_QUOTE, QUOTE);
  sb_record_builder_set_integer (builder, SB_EVIDENCE_START, 100);
  sb_record_builder_set_integer (builder, SB_EVIDENCE_PAGE, 3);
  sb_record_builder_set_date (builder, SB_EVIDENCE_DATE, date);
  sb_record_builder_set_term (builder, SB_EVIDENCE_RELIABILITY, SB_RELIABILITY_B);
  sb_record_builder_set_term (builder, SB_EVIDENCE_CREDIBILITY, SB_CREDIBILITY_2);
  return sb_record_builder_end (builder);
}

static GPtrArray *
create_evidence_list (SbStance stance)
{
  GPtrArray *evidence = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (evidence, create_evidence (stance));
  return evidence;
}

static SbRecordSheet *
create_sheet (SbSession *session)
{
  SbRecordSheet *sheet = SB_RECORD_SHEET (g_object_ref_sink (sb_record_sheet_new ()));

  sb_record_sheet_set_session (sheet, session);
  return sheet;
}

static gboolean
contains_text (GtkWidget *widget,
               gpointer data)
{
  return strstr (gtk_label_get_text (GTK_LABEL (widget)), data) != NULL;
}

static gboolean
says (SbRecordSheet *sheet,
      const char *text)
{
  return sb_test_find (GTK_WIDGET (sheet), GTK_TYPE_LABEL, contains_text, (gpointer) text) != NULL;
}

static void
test_unsourced (void)
{
  static const struct
  {
    SbLanguage language;
    const char *warning;
  } cases[] = {
    { SB_LANGUAGE_FR, "Sans source" },
    { SB_LANGUAGE_EN, "Unsourced" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbSession) session = sb_session_new ();
      SbRecordSheet *sheet = create_sheet (session);
      g_autoptr (SbRecord) event = sb_test_event_new (1, "Titre", "Title", "2025-09-03", -8, 12.65);
      g_autoptr (GPtrArray) evidence = create_evidence_list (SB_STANCE_SUPPORTS);
      g_autoptr (GPtrArray) none = g_ptr_array_new ();

      sb_test_screen_set_language (cases[i].language);
      sb_record_sheet_set_record (sheet, event, NULL);
      g_assert_true (says (sheet, cases[i].warning));
      sb_record_sheet_set_record (sheet, event, none);
      g_assert_true (says (sheet, cases[i].warning));
      sb_record_sheet_set_record (sheet, event, evidence);
      g_assert_false (says (sheet, cases[i].warning));
      g_assert_finalize_object (sheet);
    }
}

/* A place is a fact of geography: it needs no extract. */
static void
test_place_needs_no_source (void)
{
  g_autoptr (SbSession) session = sb_session_new ();
  SbRecordSheet *sheet = create_sheet (session);
  SbRecordBuilder *builder = sb_record_builder_new (&sb_place_schema);
  g_autoptr (SbRecord) place = NULL;

  sb_record_builder_set_words (builder, (guint) sb_place_schema.title, "Kayes", NULL);
  place = sb_record_builder_end (builder);
  sb_record_sheet_set_record (sheet, place, NULL);
  g_assert_true (says (sheet, "Kayes"));
  g_assert_false (says (sheet, "Unsourced"));
  g_assert_finalize_object (sheet);
}

/* As opposed to the button that changes the record. */
static gboolean
is_evidence (GtkWidget *widget,
             gpointer data)
{
  return gtk_widget_has_css_class (widget, "sheet-evidence");
}

static void
test_evidence (void)
{
  g_autoptr (SbSession) session = sb_session_new ();
  SbRecordSheet *sheet = create_sheet (session);
  g_autoptr (SbRecord) event = sb_test_event_new (1, "Titre", "Title <1>", "2025-09-03", -8, 12.65);
  g_autoptr (GPtrArray) evidence = create_evidence_list (SB_STANCE_SUPPORTS);
  Request request = { 0 };
  GtkWidget *button;

  g_signal_connect (session, "document-requested", G_CALLBACK (document_requested_cb), &request);
  sb_record_sheet_set_record (sheet, event, evidence);
  g_assert_true (says (sheet, "Title <1>"));
  g_assert_true (says (sheet, QUOTE));
  g_assert_true (says (sheet, "B2"));
  g_assert_true (says (sheet, "Note & analyse"));
  g_assert_false (says (sheet, "Contradicts"));

  button = sb_test_find (GTK_WIDGET (sheet), GTK_TYPE_BUTTON, is_evidence, NULL);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpint (request.document, ==, 42);
  g_assert_cmpint (request.start, ==, 100);
  g_assert_cmpint (request.end, ==, 100 + g_utf8_strlen (QUOTE, -1));
  g_assert_finalize_object (sheet);
}

static void
test_contradiction (void)
{
  g_autoptr (SbSession) session = sb_session_new ();
  SbRecordSheet *sheet = create_sheet (session);
  g_autoptr (SbRecord) event = sb_test_event_new (1, "Titre", "Title", "2025-09-03", -8, 12.65);
  g_autoptr (GPtrArray) evidence = create_evidence_list (SB_STANCE_CONTRADICTS);

  sb_record_sheet_set_record (sheet, event, evidence);
  g_assert_true (says (sheet, "Contradicts"));
  g_assert_finalize_object (sheet);
}

static gboolean
follow_link (SbRecordSheet *sheet,
             const char *text,
             const char *address)
{
  GtkWidget *label = sb_test_find_label (GTK_WIDGET (sheet), text);
  gboolean is_done = FALSE;

  g_assert_nonnull (label);
  g_signal_emit_by_name (label, "activate-link", address, &is_done);
  return is_done;
}

static void
test_links (void)
{
  g_autoptr (SbSession) session = sb_session_new ();
  SbRecordSheet *sheet = create_sheet (session);
  g_autoptr (SbRecord) event = sb_test_event_new (1, "Titre", "Title", "2025-09-03", -8, 12.65);
  g_autoptr (SbRecord) other = sb_test_event_new (2, "Autre", "Another", "2025-09-04", -8, 12.65);
  g_autoptr (GPtrArray) related = g_ptr_array_new ();
  Request request = { 0 };

  g_ptr_array_add (related, other);
  g_signal_connect (session, "document-requested", G_CALLBACK (document_requested_cb), &request);
  sb_record_sheet_set_record (sheet, event, NULL);
  sb_record_sheet_add_related (sheet, "Events", related);
  g_assert_true (says (sheet, "Events"));

  g_assert_true (follow_link (sheet, "Another", "record:event/2"));
  g_assert_cmpint (sb_ref_get_id (sb_session_get_selection (session)), ==, 2);
  g_assert_true (follow_link (sheet, "Another", "record:document/9"));
  g_assert_cmpint (request.document, ==, 9);

  /* Another sheet, another record: nothing of the last one is left. */
  sb_record_sheet_set_record (sheet, other, NULL);
  g_assert_false (says (sheet, "Events"));
  sb_record_sheet_set_record (sheet, NULL, NULL);
  g_assert_false (says (sheet, "Another"));
  g_assert_true (says (sheet, "Nothing selected"));

  /* Late answers to a look-up of before. */
  sb_record_sheet_add_related (sheet, "Events", related);
  g_assert_false (says (sheet, "Events"));
  g_assert_finalize_object (sheet);
}

/* Every kind of record can be shown, with nothing known of it. */
/* Most relations have no words of their own. */
static void
test_nameless (void)
{
  SbRecordSheet *sheet = SB_RECORD_SHEET (sb_record_sheet_new ());
  GtkWindow *window = sb_test_show (GTK_WIDGET (sheet), 320, 600);
  g_autoptr (SbBilingual) jnim = sb_bilingual_new ("JNIM", NULL);
  g_autoptr (SbBilingual) fla = sb_bilingual_new ("FLA", NULL);
  g_autoptr (SbRef) subject = sb_ref_new (SB_KIND_ACTOR, 11, NULL, jnim);
  g_autoptr (SbRef) object = sb_ref_new (SB_KIND_ACTOR, 12, NULL, fla);
  SbRecordBuilder *builder = sb_record_builder_new (&sb_relation_schema);
  g_autoptr (SbRecord) relation = NULL;

  sb_record_builder_set_id (builder, 10);
  sb_record_builder_set_ref (builder, SB_RELATION_SUBJECT, subject);
  sb_record_builder_set_term (builder, SB_RELATION_KIND, SB_RELATION_KIND_ALLIED_WITH);
  sb_record_builder_set_ref (builder, SB_RELATION_OBJECT, object);
  relation = sb_record_builder_end (builder);

  sb_record_sheet_set_record (sheet, relation, NULL);
  g_assert_true (says (sheet, "JNIM · "));
  sb_test_close (window);
}

static void
test_every_kind (void)
{
  g_autoptr (SbSession) session = sb_session_new ();
  SbRecordSheet *sheet = create_sheet (session);
  GtkWindow *window = sb_test_show (GTK_WIDGET (sheet), 320, 600);

  for (SbKind kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    {
      const SbSchema *schema = sb_kind_get_schema (kind);
      g_autoptr (SbRecord) record = NULL;

      if (schema == NULL)
        continue;

      record = sb_record_builder_end (sb_record_builder_new (schema));
      sb_record_sheet_set_record (sheet, record, NULL);
      g_assert_true (says (sheet, sb_kind_get_label (kind, SB_LANGUAGE_EN)));
      sb_test_wait_for_frame (GTK_WIDGET (sheet));
    }

  g_object_unref (sheet);
  sb_test_close (window);
}

/* A capture was made at a time of the reader’s clock, and of UTC; what is said beside
 * the fields stands with them. */
static void
test_capture (void)
{
  g_autoptr (SbSession) session = sb_session_new ();
  SbRecordSheet *sheet = create_sheet (session);
  GtkWindow *window = sb_test_show (GTK_WIDGET (sheet), 320, 600);
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
  SbRecordBuilder *capture = sb_record_builder_new (&sb_document_capture_schema);
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 5, 1, 12, 5, 9);
  g_autoptr (SbRecord) document = NULL;

  sb_record_builder_set_time (capture, SB_CAPTURE_TIME, g_date_time_to_unix (time));
  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, "La crue");
  sb_record_builder_take_item (builder, SB_DOCUMENT_CAPTURES, sb_record_builder_end (capture));
  document = sb_record_builder_end (builder);
  sb_record_sheet_set_record (sheet, document, NULL);
  sb_record_sheet_add_note (sheet, "Whole article", "It is for <subscribers>.");
  g_assert_true (says (sheet, "2026-05-01 12:05:09 UTC"));
  g_assert_true (says (sheet, "It is for <subscribers>."));

  g_object_unref (sheet);
  sb_test_close (window);
}

/* Of a briefing it is said which product it is, not how it is laid out. */
static void
test_briefing (void)
{
  g_autoptr (SbSession) session = sb_session_new ();
  SbRecordSheet *sheet = create_sheet (session);
  SbRecordBuilder *builder = sb_record_builder_new (&sb_briefing_schema);
  g_autoptr (SbRecord) briefing = NULL;

  sb_record_builder_set_words (builder, SB_BRIEFING_TITLE, "Un essai", "A trial");
  sb_record_builder_set_text (builder, SB_BRIEFING_TEMPLATE, "situation");
  sb_record_builder_set_text (builder, SB_BRIEFING_BLOCKS, "masthead;situation");
  briefing = sb_record_builder_end (builder);
  sb_record_sheet_set_record (sheet, briefing, NULL);
  g_assert_true (says (sheet, "Situation report"));
  g_assert_false (says (sheet, "masthead"));
  g_assert_finalize_object (sheet);
}

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);

  g_test_add_func ("/widgets/record-sheet/unsourced", test_unsourced);
  g_test_add_func ("/widgets/record-sheet/place-needs-no-source", test_place_needs_no_source);
  g_test_add_func ("/widgets/record-sheet/evidence", test_evidence);
  g_test_add_func ("/widgets/record-sheet/contradiction", test_contradiction);
  g_test_add_func ("/widgets/record-sheet/links", test_links);
  g_test_add_func ("/widgets/record-sheet/nameless", test_nameless);
  g_test_add_func ("/widgets/record-sheet/briefing", test_briefing);
  g_test_add_func ("/widgets/record-sheet/capture", test_capture);
  g_test_add_func ("/widgets/record-sheet/every-kind", test_every_kind);

  return g_test_run ();
}
