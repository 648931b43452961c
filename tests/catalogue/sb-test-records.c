/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-test-records.h"

#include "sb-actor.h"
#include "sb-drawing.h"
#include "sb-event.h"
#include "sb-record-builder.h"

char *
sb_test_make_uuid (SbKind kind,
                   guint number)
{
  return g_strdup_printf ("00000000-0000-4000-8000-%06x%06x", (guint) kind, number);
}

SbRef *
sb_test_make_ref (SbKind kind,
                  guint number)
{
  g_autofree char *uuid = sb_test_make_uuid (kind, number);

  return sb_ref_new (kind, 0, uuid, NULL);
}

static SbRecord *make_item (const SbSchema *schema,
                            guint number);

static void
set_date (SbRecordBuilder *builder,
          guint field,
          guint number)
{
  g_autofree char *edtf = g_strdup_printf ("2025-09-%02u/2025-10-%02u", 1 + (field + number) % 28, 1 + field % 28);
  g_autoptr (SbDate) date = sb_date_new (edtf, "à l’automne");

  g_assert_nonnull (date);
  sb_record_builder_set_date (builder, field, date);
}

static void
set_number (SbRecordBuilder *builder,
            guint position,
            const SbField *field,
            guint number)
{
  switch (field->type)
    {
    case SB_FIELD_TIME:
      sb_record_builder_set_time (builder, position, 1756857600 + position * 3600 + number);
      break;

    case SB_FIELD_INTEGER:
      /* Every scale has five bands at least. */
      sb_record_builder_set_integer (builder, position, g_str_equal (field->name, "band") || g_str_equal (field->name, "tone") ? number : position + number);
      break;

    case SB_FIELD_REAL:
      sb_record_builder_set_real (builder, position, position + 0.25 * number);
      break;

    case SB_FIELD_BOOLEAN:
    default:
      sb_record_builder_set_boolean (builder, position, TRUE);
      break;
    }
}

static void
set_field (SbRecordBuilder *builder,
           guint position,
           guint number)
{
  const SbField *field = &sb_record_builder_get_schema (builder)->fields[position];
  g_autofree char *text = g_strdup_printf ("%s n° %u « l’Azawad » {\"\\}]", field->name, number);
  g_autoptr (SbRef) ref = NULL;
  SbKind target = field->target != 0 ? (SbKind) field->target : SB_KIND_PLACE;

  switch (field->type)
    {
    case SB_FIELD_TEXT:
      sb_record_builder_set_text (builder, position, text);
      break;

    case SB_FIELD_BILINGUAL:
      sb_record_builder_set_words (builder, position, text, number == 1 ? NULL : field->name);
      break;

    case SB_FIELD_DATE:
      set_date (builder, position, number);
      break;

    case SB_FIELD_TERM:
      sb_record_builder_set_term (builder, position, field->vocabulary->terms[number % field->vocabulary->n_terms].value);
      break;

    case SB_FIELD_REF:
      ref = sb_test_make_ref (target, (position + number) % SB_TEST_N_EACH);
      sb_record_builder_set_ref (builder, position, ref);
      break;

    case SB_FIELD_LIST:
      /* Two points are no area. */
      for (guint i = 0; i < (field->item == &sb_drawing_point_schema ? 3 : 2); i++)
        sb_record_builder_take_item (builder, position, make_item (field->item, number + i));
      break;

    case SB_FIELD_TIME:
    case SB_FIELD_INTEGER:
    case SB_FIELD_REAL:
    case SB_FIELD_BOOLEAN:
    default:
      set_number (builder, position, field, number);
      break;
    }
}

static void
set_fields (SbRecordBuilder *builder,
            guint number)
{
  const SbSchema *schema = sb_record_builder_get_schema (builder);

  for (guint i = 0; i < schema->n_fields; i++)
    if ((schema->fields[i].flags & SB_FIELD_DERIVED) == 0)
      set_field (builder, i, number);
}

static SbRecord *
make_item (const SbSchema *schema,
           guint number)
{
  SbRecordBuilder *builder = sb_record_builder_new (schema);

  set_fields (builder, number);
  return sb_record_builder_end (builder);
}

SbRecord *
sb_test_make_record (SbKind kind,
                     guint number)
{
  SbRecordBuilder *builder = sb_record_builder_new (sb_kind_get_schema (kind));
  g_autofree char *uuid = sb_test_make_uuid (kind, number);

  sb_record_builder_set_uuid (builder, uuid);
  set_fields (builder, number);
  return sb_record_builder_end (builder);
}

SbRecord *
sb_test_make_actor (const char *name)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_actor_schema);

  sb_record_builder_set_words (builder, SB_ACTOR_NAME, name, name);
  return sb_record_builder_end (builder);
}

SbRecord *
sb_test_make_event (const char *title,
                    const char *edtf)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_event_schema);
  g_autoptr (SbDate) date = sb_date_new (edtf, NULL);

  sb_record_builder_set_words (builder, SB_EVENT_TITLE, title, NULL);
  sb_record_builder_set_term (builder, SB_EVENT_TYPE, SB_EVENT_TYPE_BATTLE);
  sb_record_builder_set_date (builder, SB_EVENT_DATE, date);
  return sb_record_builder_end (builder);
}

SbChangeSet *
sb_test_make_all (const char *label)
{
  SbChangeSet *changes = sb_change_set_new (label);

  for (int kind = SB_N_KINDS - 1; kind > SB_KIND_NONE; kind--)
    for (guint i = 0; i < SB_TEST_N_EACH; i++)
      {
        g_autoptr (SbRecord) record = sb_test_make_record ((SbKind) kind, i);

        sb_change_set_put (changes, record);
      }

  return changes;
}

gint64
sb_test_put (SbStore *store,
             SbRecord *record,
             const char *label)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (label);
  g_autoptr (SbRecord) stored = NULL;
  g_autoptr (GError) error = NULL;

  sb_change_set_put (changes, record);
  sb_store_apply (store, changes, &error);
  g_assert_no_error (error);

  stored = sb_store_get_by_uuid (store, sb_record_get_kind (record), sb_record_get_uuid (record), &error);
  g_assert_no_error (error);
  return sb_record_get_id (stored);
}

SbRecord *
sb_test_make_place (const char *name)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_place_schema);

  sb_record_builder_set_words (builder, SB_PLACE_NAME, name, name);
  return sb_record_builder_end (builder);
}

void
sb_test_take_ref (SbRecordBuilder *builder,
                  guint field,
                  SbRecord *record)
{
  g_autoptr (SbRef) ref = sb_record_dup_ref (record);

  sb_record_builder_set_ref (builder, field, ref);
}

SbRecord *
sb_test_with_ref (SbRecord *record,
                  guint field,
                  SbRecord *other)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (record);

  sb_test_take_ref (builder, field, other);
  return sb_record_builder_end (builder);
}

void
sb_test_add_items (SbRecordBuilder *builder,
                   guint list,
                   const SbSchema *schema,
                   const char *words,
                   SbRecord *const *records)
{
  for (const char *word = words; *word != '\0'; word++)
    {
      SbRecordBuilder *item;

      if (*word == ' ')
        continue;

      item = sb_record_builder_new (schema);
      sb_test_take_ref (item, 0, records[*word - 'a']);
      if (word[1] != ' ' && word[1] != '\0')
        {
          word++;
          if (schema->fields[1].type == SB_FIELD_REAL)
            sb_record_builder_set_real (item, 1, *word - '0');
          else if (schema->fields[1].type == SB_FIELD_DATE)
            {
              g_autofree char *year = g_strdup_printf ("200%c", *word);
              g_autoptr (SbDate) date = sb_date_new (year, NULL);

              sb_record_builder_set_date (item, 1, date);
            }
          else
            sb_record_builder_set_term (item, 1, *word - '0');
        }
      sb_record_builder_take_item (builder, list, sb_record_builder_end (item));
    }
}

char *
sb_test_write_items (SbRecord *record,
                     guint list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sb_record_get_n_items (record, list); i++)
    {
      SbRecord *item = sb_record_get_item (record, list, i);
      const SbSchema *schema = sb_record_get_schema (item);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", sb_ref_get_name (sb_record_get_ref (item, 0), SB_LANGUAGE_FR));
      if (schema->n_fields < 2 || !sb_record_has (item, 1))
        continue;
      if (schema->fields[1].type == SB_FIELD_REAL)
        g_string_append_printf (text, "%.0f", sb_record_get_real (item, 1, 0));
      else if (schema->fields[1].type == SB_FIELD_DATE)
        g_string_append_c (text, sb_date_get_edtf (sb_record_get_date (item, 1))[3]);
      else
        g_string_append_printf (text, "%d", sb_record_get_term (item, 1, 0));
    }

  return g_string_free (text, FALSE);
}

SbRecord *
sb_test_get (SbStore *store,
             SbRecord *record)
{
  g_autoptr (GError) error = NULL;
  SbRecord *stored = sb_store_get_by_uuid (store, sb_record_get_kind (record), sb_record_get_uuid (record), &error);

  g_assert_no_error (error);
  return stored;
}

SbStore *
sb_test_open_store (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "catalogue.sqlite", NULL);
  g_autoptr (GError) error = NULL;
  SbStore *store = sb_store_open (path, SB_STORE_CREATE, &error);

  g_assert_no_error (error);
  return store;
}

SbCatalogue *
sb_test_open_catalogue (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "catalogue.sqlite", NULL);
  SbCatalogue *catalogue = sb_catalogue_new (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sb_catalogue_open_async (catalogue, NULL, sb_test_result_cb, &result);
  sb_catalogue_open_finish (catalogue, sb_test_result_wait (&result), &error);
  g_assert_no_error (error);
  return catalogue;
}

void
sb_test_close_catalogue (SbCatalogue *catalogue)
{
  g_object_add_weak_pointer (G_OBJECT (catalogue), (gpointer *) &catalogue);
  g_object_unref (catalogue);
  while (catalogue != NULL)
    g_main_context_iteration (NULL, TRUE);
}
