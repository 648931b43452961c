/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-record-builder.h"

/* What holds for the table of every kind, and for records made by it. */

/* The tables of SbRecord take no more. */
#define MAX_FIELDS 64

static void
check_vocabulary (const SbVocabulary *vocabulary)
{
  g_assert_cmpuint (vocabulary->n_terms, >, 0);
  for (guint i = 0; i < vocabulary->n_terms; i++)
    {
      const SbTerm *term = &vocabulary->terms[i];

      g_assert_true (sb_vocabulary_find (vocabulary, term->value) == term);
      g_assert_true (sb_vocabulary_find_name (vocabulary, term->name) == term);
      g_assert_cmpstr (sb_vocabulary_get_label (vocabulary, term->value, SB_LANGUAGE_EN), ==, term->label);
      g_assert_cmpstr (sb_vocabulary_get_label (vocabulary, term->value, SB_LANGUAGE_FR), !=, "");
    }
}

static void check_schema (const SbSchema *schema);

static void
check_field (const SbSchema *schema,
             guint position)
{
  const SbField *field = &schema->fields[position];

  g_test_message ("%s.%s", schema->name, field->name);
  g_assert_cmpint (sb_schema_find (schema, field->name), ==, (int) position);
  g_assert_cmpstr (field->label, !=, NULL);
  g_assert_cmpint (field->vocabulary != NULL, ==, field->type == SB_FIELD_TERM);
  g_assert_cmpint (field->item != NULL, ==, field->type == SB_FIELD_LIST);
  if (field->target != 0)
    g_assert_cmpint (field->type, ==, SB_FIELD_REF);

  if (field->type == SB_FIELD_TERM)
    check_vocabulary (field->vocabulary);
  if (field->type == SB_FIELD_LIST)
    check_schema (field->item);
}

static void
check_schema (const SbSchema *schema)
{
  g_assert_cmpuint (schema->n_fields, >, 0);
  g_assert_cmpuint (schema->n_fields, <=, MAX_FIELDS);
  g_assert_cmpint (schema->title, <, (int) schema->n_fields);
  g_assert_cmpint (sb_schema_find (schema, "no such field"), ==, -1);
  for (guint i = 0; i < schema->n_fields; i++)
    check_field (schema, i);
}

static void
test_tables (void)
{
  for (int kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    {
      const SbSchema *schema = sb_kind_get_schema ((SbKind) kind);

      g_assert_cmpint (schema->kind, ==, kind);
      g_assert_cmpstr (schema->name, ==, sb_kind_get_name ((SbKind) kind));
      g_assert_cmpint (schema->title, >=, 0);
      check_schema (schema);
    }
}

/* Gives the field a value that differs from that of another @variant. */
static void
set_field (SbRecordBuilder *builder,
           guint position,
           guint variant)
{
  const SbField *field = &sb_record_builder_get_schema (builder)->fields[position];
  g_autofree char *text = g_strdup_printf ("%s %u", field->name, variant);
  g_autoptr (SbDate) date = sb_date_new (variant == 0 ? "2025-09" : "2026~", "à l’automne");
  g_autoptr (SbRef) ref = sb_ref_new (field->target != 0 ? (SbKind) field->target : SB_KIND_PLACE, 7 + variant, NULL, NULL);
  SbRecordBuilder *item;

  switch (field->type)
    {
    case SB_FIELD_TEXT:
      sb_record_builder_set_text (builder, position, text);
      break;

    case SB_FIELD_BILINGUAL:
      sb_record_builder_set_words (builder, position, text, NULL);
      break;

    case SB_FIELD_DATE:
      sb_record_builder_set_date (builder, position, date);
      break;

    case SB_FIELD_TIME:
      sb_record_builder_set_time (builder, position, 1756857600 + variant);
      break;

    case SB_FIELD_INTEGER:
      sb_record_builder_set_integer (builder, position, variant);
      break;

    case SB_FIELD_REAL:
      sb_record_builder_set_real (builder, position, 0.5 + variant);
      break;

    case SB_FIELD_BOOLEAN:
      sb_record_builder_set_boolean (builder, position, variant == 0);
      break;

    case SB_FIELD_TERM:
      sb_record_builder_set_term (builder, position, field->vocabulary->terms[variant % field->vocabulary->n_terms].value);
      break;

    case SB_FIELD_REF:
      sb_record_builder_set_ref (builder, position, ref);
      break;

    case SB_FIELD_LIST:
    default:
      sb_record_builder_clear (builder, position);
      item = sb_record_builder_new (field->item);
      for (guint i = 0; i < field->item->n_fields; i++)
        set_field (item, i, variant);
      sb_record_builder_take_item (builder, position, sb_record_builder_end (item));
      break;
    }
}

/* Each field alone makes a record another one, and clearing it undoes that. */
static void
check_one_field (SbRecord *record,
                 guint position)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (record);
  g_autoptr (SbRecord) changed = NULL;
  g_autoptr (SbRecord) cleared = NULL;

  g_assert_true (sb_record_has (record, position));
  set_field (builder, position, 1);
  changed = sb_record_builder_end (builder);
  g_assert_false (sb_record_equal (record, changed));

  builder = sb_record_builder_new_from (record);
  sb_record_builder_clear (builder, position);
  cleared = sb_record_builder_end (builder);
  g_assert_false (sb_record_has (cleared, position));
  g_assert_false (sb_record_equal (record, cleared));
}

static void
test_records (void)
{
  for (int kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    {
      const SbSchema *schema = sb_kind_get_schema ((SbKind) kind);
      SbRecordBuilder *builder = sb_record_builder_new (schema);
      g_autoptr (SbRecord) record = NULL;
      g_autoptr (SbRecord) copy = NULL;

      for (guint i = 0; i < schema->n_fields; i++)
        set_field (builder, i, 0);
      sb_record_builder_set_withdrawn (builder, TRUE);
      sb_record_builder_set_version (builder, "11111111-1111-4111-8111-111111111111", TRUE);
      record = sb_record_builder_end (builder);

      copy = sb_record_builder_end (sb_record_builder_new_from (record));
      g_assert_true (sb_record_equal (record, copy));
      g_assert_true (sb_record_is_withdrawn (copy));
      g_assert_true (sb_record_is_retained (copy));
      g_assert_cmpstr (sb_record_get_topic (copy), ==, sb_record_get_topic (record));
      for (guint i = 0; i < schema->n_fields; i++)
        check_one_field (record, i);
    }
}

/* No question, nothing to retain. */
static void
test_no_topic (void)
{
  SbRecordBuilder *builder = sb_record_builder_new (sb_kind_get_schema (SB_KIND_EVENT));
  g_autoptr (SbRecord) record = NULL;

  sb_record_builder_set_version (builder, "11111111-1111-4111-8111-111111111111", TRUE);
  sb_record_builder_set_version (builder, NULL, TRUE);
  record = sb_record_builder_end (builder);
  g_assert_null (sb_record_get_topic (record));
  g_assert_false (sb_record_is_retained (record));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/schema/tables", test_tables);
  g_test_add_func ("/domain/schema/records", test_records);
  g_test_add_func ("/domain/schema/no-topic", test_no_topic);
  return g_test_run ();
}
