/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "sb-event.h"
#include "sb-record-builder.h"
#include "sb-record-error.h"
#include "sb-record-form.h"
#include "sb-record-picker.h"

/* An aid that finds nothing, and knows no date but EDTF. */
#define TEST_TYPE_AID (test_aid_get_type ())

G_DECLARE_FINAL_TYPE (TestAid, test_aid, TEST, AID, GObject)

struct _TestAid
{
  GObject parent_instance;
};

static void
test_aid_find_async (SbFormAid *aid,
                     SbKind kind,
                     const char *text,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (aid, cancellable, callback, user_data);

  g_task_return_pointer (task, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
}

static GPtrArray *
test_aid_find_finish (SbFormAid *aid,
                      GAsyncResult *result,
                      GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static SbDate *
test_aid_read_date (SbFormAid *aid,
                    const char *text)
{
  return sb_date_new (text, NULL);
}

static void
aid_init (SbFormAidInterface *iface)
{
  iface->find_async = test_aid_find_async;
  iface->find_finish = test_aid_find_finish;
  iface->read_date = test_aid_read_date;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestAid, test_aid, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (SB_TYPE_FORM_AID, aid_init))

static void
test_aid_class_init (TestAidClass *klass)
{
}

static void
test_aid_init (TestAid *self)
{
}

static SbRecord *make_record (const SbSchema *schema,
                              guint depth);

static void
fill_field (SbRecordBuilder *builder,
            const SbField *field,
            guint index,
            guint depth)
{
  g_autoptr (SbDate) date = sb_date_new ("2025-09-05/2025-09-06", "nuit du 5 au 6 septembre");
  g_autoptr (SbBilingual) name = sb_bilingual_new ("nom", "name");
  /* No two are the same: who is tied to himself is refused. */
  static gint64 id = 1;
  g_autoptr (SbRef) ref = sb_ref_new ((SbKind) (field->target != 0 ? field->target : SB_KIND_ACTOR), id++, NULL, name);

  switch (field->type)
    {
    case SB_FIELD_TEXT:
      sb_record_builder_set_text (builder, index, "Un texte, “entre guillemets”");
      break;
    case SB_FIELD_BILINGUAL:
      sb_record_builder_set_words (builder, index, "L’un", "The one");
      break;
    case SB_FIELD_DATE:
      sb_record_builder_set_date (builder, index, date);
      break;
    case SB_FIELD_TIME:
      sb_record_builder_set_time (builder, index, 1000);
      break;
    case SB_FIELD_INTEGER:
      sb_record_builder_set_integer (builder, index, 12345);
      break;
    case SB_FIELD_REAL:
      sb_record_builder_set_real (builder, index, 14.25);
      break;
    case SB_FIELD_BOOLEAN:
      sb_record_builder_set_boolean (builder, index, TRUE);
      break;
    case SB_FIELD_TERM:
      sb_record_builder_set_term (builder, index, field->vocabulary->terms[field->vocabulary->n_terms - 1].value);
      break;
    case SB_FIELD_REF:
      sb_record_builder_set_ref (builder, index, ref);
      break;
    case SB_FIELD_LIST:
      sb_record_builder_take_item (builder, index, make_record (field->item, depth + 1));
      sb_record_builder_take_item (builder, index, make_record (field->item, depth + 1));
      break;
    default:
      g_assert_not_reached ();
    }
}

static SbRecord *
make_record (const SbSchema *schema,
             guint depth)
{
  SbRecordBuilder *builder = sb_record_builder_new (schema);

  for (guint i = 0; i < schema->n_fields; i++)
    fill_field (builder, &schema->fields[i], i, depth);

  return sb_record_builder_end (builder);
}

/* What a form is filled with and nobody touches comes back as it was, in each kind, the
 * wording of dates and what is not shown included. */
static void
test_round_trip (void)
{
  g_autoptr (SbFormAid) aid = g_object_new (TEST_TYPE_AID, NULL);

  for (int kind = SB_KIND_SOURCE; kind < SB_N_KINDS; kind++)
    {
      g_autoptr (SbRecord) record = make_record (sb_kind_get_schema ((SbKind) kind), 0);
      GtkWidget *form = g_object_ref_sink (sb_record_form_new (aid, record, SB_RECORD_FORM_DEFAULT));
      g_autoptr (SbRecord) read = NULL;

      /* Bands of likelihood go with their scales, which is of no account here. */
      if (sb_record_validate (record, NULL))
        {
          read = sb_record_form_dup_record (SB_RECORD_FORM (form));
          g_assert_nonnull (read);
          if (!sb_record_equal (read, record))
            {
              g_test_message ("%s comes back changed", sb_kind_get_name ((SbKind) kind));
              g_test_fail ();
            }
        }
      else
        g_test_message ("%s is not valid so", sb_kind_get_name ((SbKind) kind));

      g_object_add_weak_pointer (G_OBJECT (form), (gpointer *) &form);
      g_object_unref (form);
      g_assert_null (form);
    }
}

static GtkWidget *
find_of_type (GtkWidget *widget,
              GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_of_type (child, type);

  return found;
}

/* A form that lacks what is needed gives no record; once it is there it does. */
static void
test_needed (void)
{
  g_autoptr (SbFormAid) aid = g_object_new (TEST_TYPE_AID, NULL);
  g_autoptr (SbRecord) empty = sb_record_builder_end (sb_record_builder_new (&sb_event_schema));
  g_autoptr (SbRecord) whole = make_record (&sb_event_schema, 0);
  GtkWidget *form = g_object_ref_sink (sb_record_form_new (aid, empty, SB_RECORD_FORM_DEFAULT));
  g_autoptr (SbRecord) read = NULL;

  g_assert_null (sb_record_form_dup_record (SB_RECORD_FORM (form)));
  g_object_unref (form);

  form = g_object_ref_sink (sb_record_form_new (aid, whole, SB_RECORD_FORM_DEFAULT));
  gtk_editable_set_text (GTK_EDITABLE (find_of_type (form, GTK_TYPE_ENTRY)), "Autre titre");
  read = sb_record_form_dup_record (SB_RECORD_FORM (form));
  g_assert_cmpstr (sb_record_get_words (read, SB_EVENT_TITLE, SB_LANGUAGE_FR), ==, "Autre titre");
  g_assert_cmpstr (sb_record_get_words (read, SB_EVENT_TITLE, SB_LANGUAGE_EN), ==, "The one");
  g_object_unref (form);
}

/* A name that was typed and not chosen is not taken for anything. */
static void
test_picker (void)
{
  g_autoptr (SbFormAid) aid = g_object_new (TEST_TYPE_AID, NULL);
  g_autoptr (SbBilingual) name = sb_bilingual_new ("Kayes", NULL);
  g_autoptr (SbRef) ref = sb_ref_new (SB_KIND_PLACE, 5, NULL, name);
  GtkWidget *picker = g_object_ref_sink (sb_record_picker_new (aid, SB_KIND_PLACE, "Place"));
  GtkWidget *entry = find_of_type (picker, GTK_TYPE_ENTRY);

  sb_record_picker_set_ref (SB_RECORD_PICKER (picker), ref);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Kayes");
  g_assert_false (sb_record_picker_is_undecided (SB_RECORD_PICKER (picker)));

  gtk_editable_set_text (GTK_EDITABLE (entry), "Kay");
  g_assert_null (sb_record_picker_get_ref (SB_RECORD_PICKER (picker)));
  g_assert_true (sb_record_picker_is_undecided (SB_RECORD_PICKER (picker)));

  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_assert_false (sb_record_picker_is_undecided (SB_RECORD_PICKER (picker)));
  g_object_unref (picker);
}

static SbRecord *
make_event (const char *fr,
            const char *en,
            const char *day)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_event_schema);
  g_autoptr (SbDate) date = sb_date_new (day, NULL);

  sb_record_builder_set_words (builder, SB_EVENT_TITLE, fr, en);
  sb_record_builder_set_date (builder, SB_EVENT_DATE, date);
  sb_record_builder_set_term (builder, SB_EVENT_TYPE, sb_event_type_vocabulary.terms[0].value);
  return sb_record_builder_end (builder);
}

static gboolean
is_note (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), "In the record: ");
}

/* What the notes of a form say, one after the other. */
static void
collect_notes (GtkWidget *widget,
               GString *notes)
{
  if (is_note (widget))
    g_string_append_printf (notes, "%s;", gtk_label_get_label (GTK_LABEL (widget)) + strlen ("In the record: "));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_notes (child, notes);
}

/* A form that comes to stand on another record keeps what was typed, tells what differs,
 * and is as the record for the rest; and goes back. */
static void
test_rebase (void)
{
  g_autoptr (SbFormAid) aid = g_object_new (TEST_TYPE_AID, NULL);
  g_autoptr (SbRecord) draft = make_event ("Le 11 mai 2026, des combattants", NULL, "2026-05-11");
  g_autoptr (SbRecord) known = make_event ("Convoi", "Convoy", "2026-05-12");
  SbRecordForm *form = SB_RECORD_FORM (g_object_ref_sink (sb_record_form_new (aid, draft, SB_RECORD_FORM_DEFAULT)));
  GtkEditable *title = GTK_EDITABLE (find_of_type (GTK_WIDGET (form), GTK_TYPE_ENTRY));
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (SbRecord) read = NULL;
  g_autoptr (SbRecord) typed = NULL;
  g_autoptr (SbRecord) back = NULL;

  g_assert_false (sb_record_form_is_typed (form));
  sb_record_form_rebase (form, known);
  read = sb_record_form_dup_record (form);
  g_assert_cmpstr (sb_record_get_words (read, SB_EVENT_TITLE, SB_LANGUAGE_FR), ==, "Convoi");
  g_assert_false (sb_record_form_is_typed (form));

  gtk_editable_set_text (title, "Attaque du convoi");
  g_assert_true (sb_record_form_is_typed (form));
  sb_record_form_rebase (form, known);
  typed = sb_record_form_dup_record (form);
  g_assert_cmpstr (sb_record_get_words (typed, SB_EVENT_TITLE, SB_LANGUAGE_FR), ==, "Attaque du convoi");
  g_assert_cmpstr (sb_record_get_words (typed, SB_EVENT_TITLE, SB_LANGUAGE_EN), ==, "Convoy");
  g_assert_true (sb_date_equal (sb_record_get_date (typed, SB_EVENT_DATE), sb_record_get_date (known, SB_EVENT_DATE)));
  collect_notes (GTK_WIDGET (form), notes);
  g_assert_nonnull (strstr (notes->str, "Convoi"));

  sb_record_form_rebase (form, draft);
  back = sb_record_form_dup_record (form);
  g_assert_cmpstr (sb_record_get_words (back, SB_EVENT_TITLE, SB_LANGUAGE_FR), ==, "Attaque du convoi");
  g_assert_true (sb_date_equal (sb_record_get_date (back, SB_EVENT_DATE), sb_record_get_date (draft, SB_EVENT_DATE)));
  g_string_truncate (notes, 0);
  collect_notes (GTK_WIDGET (form), notes);
  g_assert_cmpstr (notes->str, ==, "");
  g_object_unref (form);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;

  adw_init ();
  g_test_add_func ("/widgets/record-form/round-trip", test_round_trip);
  g_test_add_func ("/widgets/record-form/needed", test_needed);
  g_test_add_func ("/widgets/record-form/picker", test_picker);
  g_test_add_func ("/widgets/record-form/rebase", test_rebase);
  return g_test_run ();
}
