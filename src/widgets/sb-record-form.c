/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-record-form.h"

#include "sb-field-row.h"
#include "sb-record-builder.h"
#include "sb-record-error.h"
#include "sb-record-markup.h"

#include <glib/gi18n.h>

/* An item of at most so many fields stands on one line. */
#define MAX_LINE_FIELDS 3

struct _SbRecordForm
{
  GtkWidget parent_instance;

  SbRecord *original; /* (owned) what it was made for */
  SbRecord *record; /* (owned) what it stands on */
  GtkWidget **rows; /* (owned) by field; NULL where there is none */
  gboolean is_compact;

  GtkWidget *fields; /* a GtkBox */
  GtkWidget *more; /* a GtkExpander */
  GtkWidget *more_fields; /* a GtkBox in it */
};

G_DEFINE_FINAL_TYPE (SbRecordForm, sb_record_form, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What the program keeps for itself. */
static gboolean
is_asked_for (const SbField *field)
{
  static const char *const kept[] = { "hash", "text_hash", "key", "entry", "external_id", "fetched", "media_type",
                                      "prefix", "suffix", "start", "end", "quote", "etag", "last_modified",
                                      "words", "pages", "captures", "links", "document", NULL };

  if ((field->flags & (SB_FIELD_DERIVED | SB_FIELD_BOOKKEEPING)) != 0 || field->type == SB_FIELD_TIME)
    return FALSE;
  if (field->type == SB_FIELD_REF && field->target == SB_KIND_EXTRACT)
    return FALSE;
  /* The words of a statement are text, those of a document are a count. */
  if (g_str_equal (field->name, "words"))
    return field->type == SB_FIELD_TEXT;

  return !g_strv_contains (kept, field->name);
}

/* What is asked for even when it is empty, because a fact is hardly one without. */
static gboolean
is_shown_first (SbRecord *record,
                guint index)
{
  static const char *const first[] = { "places", "actors", "imposed_by", "issuer", "stretches", "speaker", "unit", "since", "about",
                                       "stance", "statements", "name", "country", "kind", "family", "note", "tags", NULL };
  const SbField *field = &sb_record_get_schema (record)->fields[index];

  return (field->flags & SB_FIELD_REQUIRED) != 0 || sb_record_has (record, index) || g_strv_contains (first, field->name);
}

static gboolean
is_line (const SbSchema *schema)
{
  guint n = 0;

  for (guint i = 0; i < schema->n_fields; i++)
    {
      if (!is_asked_for (&schema->fields[i]))
        continue;
      if (schema->fields[i].type == SB_FIELD_BILINGUAL || schema->fields[i].type == SB_FIELD_LIST)
        return FALSE;
      n++;
    }

  return n <= MAX_LINE_FIELDS;
}

static void
changed_cb (SbRecordForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_rows (SbRecordForm *self,
          SbFormAid *aid)
{
  const SbSchema *schema = sb_record_get_schema (self->record);

  self->rows = g_new0 (GtkWidget *, schema->n_fields);
  for (guint i = 0; i < schema->n_fields; i++)
    {
      GtkWidget *row;
      gboolean is_first;

      if (!is_asked_for (&schema->fields[i]))
        continue;

      row = sb_field_row_new (aid, &schema->fields[i], self->is_compact ? SB_FIELD_ROW_COMPACT : SB_FIELD_ROW_DEFAULT);
      is_first = self->is_compact || is_shown_first (self->record, i);
      self->rows[i] = row;
      sb_field_row_load (SB_FIELD_ROW (row), self->record, i);
      g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (is_first ? self->fields : self->more_fields), row);
      if (!is_first)
        gtk_widget_set_visible (self->more, TRUE);
    }
}

static gboolean
sb_record_form_grab_focus (GtkWidget *widget)
{
  SbRecordForm *self = SB_RECORD_FORM (widget);
  GtkWidget *row = gtk_widget_get_first_child (self->fields);

  return row != NULL && gtk_widget_grab_focus (row);
}

static void
sb_record_form_dispose (GObject *object)
{
  SbRecordForm *self = SB_RECORD_FORM (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->original);
  g_clear_object (&self->record);
  g_clear_pointer (&self->rows, g_free);

  G_OBJECT_CLASS (sb_record_form_parent_class)->dispose (object);
}

static void
sb_record_form_class_init (SbRecordFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_record_form_dispose;
  widget_class->grab_focus = sb_record_form_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sb_record_form_init (SbRecordForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 10);
}

GtkWidget *
sb_record_form_new (SbFormAid *aid,
                    SbRecord *record,
                    SbRecordFormFlags flags)
{
  SbRecordForm *self = g_object_new (SB_TYPE_RECORD_FORM, NULL);

  self->original = g_object_ref (record);
  self->record = g_object_ref (record);
  self->is_compact = (flags & SB_RECORD_FORM_ITEM) != 0 && is_line (sb_record_get_schema (record));
  self->fields = gtk_box_new (self->is_compact ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, self->is_compact ? 6 : 10);
  self->more_fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  self->more = gtk_expander_new (_ ("More fields"));
  /* GTK 4.8 gives an expander the name of its class. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("More fields"), -1);
  gtk_widget_set_visible (self->more, FALSE);
  gtk_widget_set_margin_top (self->more_fields, 8);
  gtk_expander_set_child (GTK_EXPANDER (self->more), self->more_fields);
  gtk_widget_set_parent (self->fields, GTK_WIDGET (self));
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
  add_rows (self, aid);
  return GTK_WIDGET (self);
}

gboolean
sb_record_form_is_compact (SbRecordForm *self)
{
  g_return_val_if_fail (SB_IS_RECORD_FORM (self), FALSE);

  return self->is_compact;
}

/* What holds between fields is said at the last of those that it may be about. */
static void
show_problem (SbRecordForm *self,
              const GError *error)
{
  static const struct
  {
    SbRecordError code;
    const char *fields[6];
    const char *problem;
  } problems[] = {
    { SB_RECORD_ERROR_ORDER, { "fatalities_high", "high", "until", "dissolved" }, N_ ("This lies before where it begins.") },
    { SB_RECORD_ERROR_RANGE, { "fatalities_low", "low", "latitude", "longitude", "population" }, N_ ("This is outside of what it can be.") },
    { SB_RECORD_ERROR_REFERENCE, { "object", "parent", "about" }, N_ ("This cannot be the record itself.") },
    { SB_RECORD_ERROR_SCALE, { "likelihood", "band" }, N_ ("A likelihood needs a scale, and has to be one of the bands of it.") },
    { SB_RECORD_ERROR_SPEAKER, { "speaker", "statements" }, N_ ("A statement needs a speaker, or a description of one who is not named.") },
    { SB_RECORD_ERROR_POSITION, { "longitude" }, N_ ("A latitude needs a longitude, and a longitude a latitude.") },
  };
  const SbSchema *schema = sb_record_get_schema (self->record);
  SbFieldRow *fallback = NULL;

  for (guint i = 0; i < schema->n_fields; i++)
    if (self->rows[i] != NULL && fallback == NULL)
      fallback = SB_FIELD_ROW (self->rows[i]);

  for (guint i = 0; i < G_N_ELEMENTS (problems); i++)
    {
      if (!g_error_matches (error, SB_RECORD_ERROR, (int) problems[i].code))
        continue;

      for (guint j = 0; j < G_N_ELEMENTS (problems[i].fields) && problems[i].fields[j] != NULL; j++)
        {
          int field = sb_schema_find (schema, problems[i].fields[j]);

          if (field >= 0 && self->rows[field] != NULL && (sb_record_has (self->record, (guint) field) || j > 0 || fallback == NULL))
            fallback = SB_FIELD_ROW (self->rows[field]);
        }
      sb_field_row_set_problem (fallback, _ (problems[i].problem));
      return;
    }

  sb_field_row_set_problem (fallback, _ ("Something that is needed is missing."));
}

static void
focus_problem (SbRecordForm *self)
{
  const SbSchema *schema = sb_record_get_schema (self->record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      if (self->rows[i] == NULL || !sb_field_row_has_problem (SB_FIELD_ROW (self->rows[i])))
        continue;

      if (gtk_widget_is_ancestor (self->rows[i], self->more))
        gtk_expander_set_expanded (GTK_EXPANDER (self->more), TRUE);
      gtk_widget_grab_focus (self->rows[i]);
      return;
    }
}

/* What a field says, without links. */
static char *
dup_plain (SbRecord *record,
           guint field,
           SbLanguage language)
{
  g_autofree char *markup = sb_record_markup_field (record, field, language);
  g_autoptr (GtkLabel) label = NULL;

  if (markup == NULL)
    return NULL;

  label = g_object_ref_sink (GTK_LABEL (gtk_label_new (NULL)));
  gtk_label_set_markup (label, markup);
  return g_strdup (gtk_label_get_text (label));
}

/* What the record says where something else was typed. */
static void
note_difference (SbRecordForm *self,
                 guint field)
{
  SbFieldRow *row = SB_FIELD_ROW (self->rows[field]);
  SbRecordBuilder *builder = sb_record_builder_new_from (self->record);
  gboolean is_right = sb_field_row_store (row, builder, field);
  g_autoptr (SbRecord) typed = sb_record_builder_end (builder);

  /* What is not right yet is told when it is to be kept. */
  sb_field_row_set_problem (row, NULL);
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      SbLanguage language = (sb_language_get_interface () + i) % SB_N_LANGUAGES;
      g_autofree char *known = dup_plain (self->record, field, language);
      g_autofree char *now = dup_plain (typed, field, language);
      g_autofree char *note = NULL;

      if (known == NULL || (is_right && g_strcmp0 (known, now) == 0))
        continue;

      /* Translators: %s is what the record that is known says in this field. */
      note = g_strdup_printf (_ ("In the record: %s"), known);
      sb_field_row_set_note (row, note);
      return;
    }
}

void
sb_record_form_rebase (SbRecordForm *self,
                       SbRecord *record)
{
  g_return_if_fail (SB_IS_RECORD_FORM (self));
  g_return_if_fail (sb_record_get_schema (record) == sb_record_get_schema (self->record));

  g_set_object (&self->record, record);
  for (guint i = 0; i < sb_record_get_schema (record)->n_fields; i++)
    {
      SbFieldRow *row = SB_FIELD_ROW (self->rows[i]);

      if (row == NULL)
        continue;

      sb_field_row_set_note (row, NULL);
      if (!sb_field_row_is_typed (row))
        sb_field_row_load (row, record, i);
      else
        {
          sb_field_row_complete (row, record, i);
          if (record != self->original)
            note_difference (self, i);
        }
    }
}

gboolean
sb_record_form_is_typed (SbRecordForm *self)
{
  g_return_val_if_fail (SB_IS_RECORD_FORM (self), FALSE);

  for (guint i = 0; i < sb_record_get_schema (self->record)->n_fields; i++)
    if (self->rows[i] != NULL && sb_field_row_is_typed (SB_FIELD_ROW (self->rows[i])))
      return TRUE;

  return FALSE;
}

SbRecord *
sb_record_form_dup_typed_item (SbRecordForm *self,
                               guint list)
{
  SbRecordBuilder *builder;
  g_autoptr (SbRecord) record = NULL;
  gboolean is_right;

  g_return_val_if_fail (SB_IS_RECORD_FORM (self), NULL);
  g_return_val_if_fail (list < sb_record_get_schema (self->record)->n_fields, NULL);

  if (self->rows[list] == NULL)
    return NULL;

  builder = sb_record_builder_new_from (self->record);
  is_right = sb_field_row_store (SB_FIELD_ROW (self->rows[list]), builder, list);
  sb_field_row_set_problem (SB_FIELD_ROW (self->rows[list]), NULL);
  record = sb_record_builder_end (builder);
  return is_right && sb_record_get_n_items (record, list) > 0 ? g_object_ref (sb_record_get_item (record, list, 0)) : NULL;
}

SbRecord *
sb_record_form_dup_record (SbRecordForm *self)
{
  const SbSchema *schema;
  SbRecordBuilder *builder;
  g_autoptr (SbRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_right = TRUE;

  g_return_val_if_fail (SB_IS_RECORD_FORM (self), NULL);

  schema = sb_record_get_schema (self->record);
  builder = sb_record_builder_new_from (self->record);
  for (guint i = 0; i < schema->n_fields; i++)
    if (self->rows[i] != NULL)
      is_right &= sb_field_row_store (SB_FIELD_ROW (self->rows[i]), builder, i);

  record = sb_record_builder_end (builder);
  if (is_right && schema->kind != SB_KIND_NONE && !sb_record_validate (record, &error))
    {
      show_problem (self, error);
      is_right = FALSE;
    }
  if (!is_right)
    {
      focus_problem (self);
      return NULL;
    }

  return g_steal_pointer (&record);
}

void
sb_record_form_collect_new (SbRecordForm *self,
                            GPtrArray *records)
{
  g_return_if_fail (SB_IS_RECORD_FORM (self));

  for (guint i = 0; i < sb_record_get_schema (self->record)->n_fields; i++)
    if (self->rows[i] != NULL)
      sb_field_row_collect_new (SB_FIELD_ROW (self->rows[i]), records);
}
