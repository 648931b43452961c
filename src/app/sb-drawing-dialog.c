/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-drawing-dialog.h"

#include "sb-drawing.h"
#include "sb-drawings.h"
#include "sb-drop-down-name.h"
#include "sb-evidence.h"
#include "sb-extract-lift.h"
#include "sb-extract.h"
#include "sb-grade.h"
#include "sb-record-builder.h"
#include "sb-record-error.h"
#include "sb-record-list.h"

#include <glib/gi18n.h>

/* What is offered as a source: the newest. */
#define MAX_EXTRACTS  500
#define MAX_DOCUMENTS 200

/* Characters: of a quotation in a list, and of what is lifted of a whole document. */
#define QUOTE_LENGTH   60
#define PASSAGE_LENGTH 240

/* Logical pixels, of the sample of a style. */
#define SAMPLE_WIDTH  44
#define SAMPLE_HEIGHT 16

struct _SbDrawingDialog
{
  SbFormDialog parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbRecord *drawing; /* (owned) */
  gboolean is_new;

  GtkEditable *title_fr;
  GtkEditable *title_en;
  GtkEditable *since;
  GtkEditable *until;
  GtkDropDown *tone;
  GtkDropDown *source;
  GtkDropDown *dossier;
  GtkWidget *dossier_row;
};

G_DEFINE_FINAL_TYPE (SbDrawingDialog, sb_drawing_dialog, SB_TYPE_FORM_DIALOG)

static char *
dup_text (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

/* FALSE when something is there that is no date. */
static gboolean
read_date (GtkEditable *editable,
           SbDate **date)
{
  g_autofree char *text = dup_text (editable);

  *date = *text != '\0' ? sb_date_new (text, NULL) : NULL;
  if (*text == '\0' || *date != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (editable), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (editable), "error");
  return *text == '\0' || *date != NULL;
}

static void
changed_cb (SbDrawingDialog *self)
{
  g_autofree char *title_fr = dup_text (self->title_fr);
  g_autofree char *title_en = dup_text (self->title_en);
  g_autoptr (SbDate) since = NULL;
  g_autoptr (SbDate) until = NULL;
  gboolean has_since = read_date (self->since, &since);
  gboolean has_until = read_date (self->until, &until);

  sb_form_dialog_clear_problem (SB_FORM_DIALOG (self));
  sb_form_dialog_set_lack (SB_FORM_DIALOG (self), *title_fr == '\0' && *title_en == '\0' ? _ ("It needs a title, in one of the languages at least.")
                                                  : !has_since || !has_until             ? _ ("A date cannot be read.")
                                                                                         : NULL);
}

static SbRecord *
create_drawing (SbDrawingDialog *self)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (self->drawing);
  g_autofree char *title_fr = dup_text (self->title_fr);
  g_autofree char *title_en = dup_text (self->title_en);
  g_autoptr (SbDate) since = NULL;
  g_autoptr (SbDate) until = NULL;

  read_date (self->since, &since);
  read_date (self->until, &until);
  sb_record_builder_set_words (builder, SB_DRAWING_TITLE, *title_fr != '\0' ? title_fr : NULL, *title_en != '\0' ? title_en : NULL);
  sb_record_builder_set_date (builder, SB_DRAWING_SINCE, since);
  sb_record_builder_set_date (builder, SB_DRAWING_UNTIL, until);
  sb_record_builder_set_integer (builder, SB_DRAWING_TONE, gtk_drop_down_get_selected (self->tone));
  return sb_record_builder_end (builder);
}

static void
stored_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (SbDrawingDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  sb_form_dialog_end (SB_FORM_DIALOG (self));
  if (sb_catalogue_write_finish (SB_CATALOGUE (object), result, &error))
    sb_form_dialog_finish (SB_FORM_DIALOG (self), self->is_new ? _ ("Drawing kept") : _ ("Drawing changed"));
  else
    sb_form_dialog_fail (SB_FORM_DIALOG (self), error);
}

/* @extract: (nullable): what it rests on besides; one without an id is new. */
static void
store (SbDrawingDialog *self,
       SbRecord *extract,
       GCancellable *cancellable)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (self->is_new ? _ ("Draw on the map") : _ ("Change a drawing"));
  g_autoptr (SbRecord) drawing = create_drawing (self);
  g_autoptr (SbRef) drawing_ref = sb_record_dup_ref (drawing);
  g_autoptr (SbRef) extract_ref = extract != NULL ? sb_record_dup_ref (extract) : NULL;
  SbRecord *dossier = gtk_drop_down_get_selected_item (self->dossier);
  g_autoptr (SbRef) dossier_ref = dossier != NULL && self->is_new ? sb_record_dup_ref (dossier) : NULL;

  if (self->is_new)
    sb_change_set_put (changes, drawing);
  else
    sb_change_set_put_edit (changes, self->drawing, drawing);
  if (extract != NULL && sb_record_get_id (extract) == 0)
    sb_change_set_put (changes, extract);
  if (extract_ref != NULL)
    sb_change_set_put_evidence (changes, drawing_ref, extract_ref, SB_STANCE_SUPPORTS, SB_CREDIBILITY_NONE);
  if (dossier_ref != NULL)
    sb_change_set_add_member (changes, dossier_ref, drawing_ref);
  sb_catalogue_write_async (self->catalogue, changes, cancellable, stored_cb, g_object_ref (self));
}

/* Run in the worker: the beginning of a document, as an extract. */
static gpointer
lift_beginning (SbStore *store,
                gpointer data,
                GCancellable *cancellable,
                GError **error)
{
  SbRecord *document = data;
  g_autoptr (GPtrArray) blocks = sb_store_get_blocks (store, sb_record_get_id (document), error);
  SbRecord *extract = NULL;

  if (blocks == NULL)
    return NULL;

  for (int end = PASSAGE_LENGTH; end > 0 && extract == NULL; end /= 2)
    extract = sb_extract_lift (document, blocks, 0, end);
  if (extract == NULL)
    g_set_error_literal (error, SB_RECORD_ERROR, SB_RECORD_ERROR_MISSING, "the document has no text");
  return extract;
}

static void
lifted_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (SbDrawingDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbRecord) extract = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (extract != NULL)
    {
      store (self, extract, g_task_get_cancellable (G_TASK (result)));
      return;
    }

  sb_form_dialog_end (SB_FORM_DIALOG (self));
  sb_form_dialog_fail (SB_FORM_DIALOG (self), error);
}

static void
sb_drawing_dialog_accept (SbFormDialog *dialog)
{
  SbDrawingDialog *self = SB_DRAWING_DIALOG (dialog);
  SbRecord *source = gtk_drop_down_get_selected_item (self->source);
  GCancellable *cancellable = sb_form_dialog_begin (dialog);

  /* It may rest on nothing. */
  if (source != NULL && sb_record_get_kind (source) == SB_KIND_DOCUMENT)
    sb_catalogue_read_async (self->catalogue, lift_beginning, g_object_ref (source), g_object_unref, g_object_unref,
                             cancellable, lifted_cb, g_object_ref (self));
  else
    store (self, source, cancellable);
}

/* One line of @text, cut when it is long. */
static char *
dup_head (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\t", ' ');
  g_autofree char *head = NULL;

  if (g_utf8_strlen (line, -1) <= QUOTE_LENGTH)
    return g_steal_pointer (&line);

  head = g_utf8_substring (line, 0, QUOTE_LENGTH);
  return g_strconcat (head, "…", NULL);
}

static char *
get_source_name (SbRecord *record)
{
  SbLanguage language = sb_language_get_interface ();
  g_autofree char *head = NULL;
  g_autofree char *where = NULL;

  if (record == NULL)
    return g_strdup ("");

  head = dup_head (sb_record_get_title (record, language));
  if (sb_record_get_kind (record) == SB_KIND_DOCUMENT)
    /* Translators: a document, in a list of documents and passages of them. */
    return g_strdup_printf (_ ("Document: %s"), head);

  where = dup_head (sb_ref_get_name (sb_record_get_ref (record, SB_EXTRACT_DOCUMENT), language));
  /* Translators: a passage, and the document that it is from. */
  return g_strdup_printf (_ ("“%s” — %s"), head, where);
}

static char *
get_dossier_name (SbRecord *record)
{
  return g_strdup (record != NULL ? sb_record_get_title (record, sb_language_get_interface ()) : "");
}

static void
set_names (GtkDropDown *choice,
           GCallback get_name)
{
  g_autoptr (GtkExpression) name = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, get_name, NULL, NULL);

  gtk_drop_down_set_expression (choice, name);
  gtk_drop_down_set_enable_search (choice, TRUE);
}

static void
draw_sample (GtkDrawingArea *area,
             cairo_t *cr,
             int width,
             int height,
             gpointer user_data)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  sb_drawings_paint_sample (cr, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (area), "tone")), 0, height / 2.0, width,
                            is_dark ? SB_BASEMAP_STYLE_DARK : SB_BASEMAP_STYLE_LIGHT);
}

static void
set_up_sample_cb (GtkSignalListItemFactory *factory,
                  GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SAMPLE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SAMPLE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_sample, NULL, NULL);
  gtk_box_append (GTK_BOX (box), area);
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_list_item_set_child (item, box);
}

static void
bind_sample_cb (GtkSignalListItemFactory *factory,
                GtkListItem *item)
{
  GtkWidget *area = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));

  g_object_set_data (G_OBJECT (area), "tone", GUINT_TO_POINTER (gtk_list_item_get_position (item)));
  gtk_widget_queue_draw (area);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (area)), name);
}

static void
offer_tones (SbDrawingDialog *self)
{
  static const char *const names[] = { N_ ("Violet, solid"), N_ ("Green-blue, dashed"), N_ ("Red, dotted"),
                                       N_ ("Green, dash-dotted"), N_ ("Brown, short dashes"), N_ ("Blue, long dashes"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == SB_N_DRAWING_TONES + 1);
  for (guint i = 0; names[i] != NULL; i++)
    gtk_string_list_append (list, _ (names[i]));
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_sample_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_sample_cb), NULL);
  gtk_drop_down_set_factory (self->tone, factory);
  gtk_drop_down_set_model (self->tone, G_LIST_MODEL (list));
}

static SbRecordList *
list_newest (SbDrawingDialog *self,
             SbKind kind,
             guint limit)
{
  g_autoptr (SbQuery) query = sb_query_new (kind);

  query->limit = limit;
  return sb_record_list_new (self->catalogue, query);
}

/* A list that loads selects its first: a source is chosen, or there is none. */
static void
sources_changed_cb (SbDrawingDialog *self)
{
  gtk_drop_down_set_selected (self->source, GTK_INVALID_LIST_POSITION);
}

static void
dossiers_changed_cb (SbDrawingDialog *self,
                     guint position,
                     guint removed,
                     guint added,
                     GListModel *dossiers)
{
  guint n_dossiers = g_list_model_get_n_items (dossiers);

  gtk_widget_set_visible (self->dossier_row, self->is_new && n_dossiers > 0);
  /* Where there is one only, it is meant. */
  gtk_drop_down_set_selected (self->dossier, n_dossiers == 1 ? 0 : GTK_INVALID_LIST_POSITION);
}

static void
offer_sources (SbDrawingDialog *self)
{
  GListStore *lists = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (SbRecordList) extracts = list_newest (self, SB_KIND_EXTRACT, MAX_EXTRACTS);
  g_autoptr (SbRecordList) documents = list_newest (self, SB_KIND_DOCUMENT, MAX_DOCUMENTS);
  g_autoptr (SbRecordList) dossiers = list_newest (self, SB_KIND_DOSSIER, MAX_DOCUMENTS);
  g_autoptr (GtkFlattenListModel) sources = NULL;

  g_list_store_append (lists, extracts);
  g_list_store_append (lists, documents);
  sources = gtk_flatten_list_model_new (G_LIST_MODEL (lists));
  gtk_drop_down_set_model (self->source, G_LIST_MODEL (sources));
  g_signal_connect_object (sources, "items-changed", G_CALLBACK (sources_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  sources_changed_cb (self);

  gtk_drop_down_set_model (self->dossier, G_LIST_MODEL (dossiers));
  g_signal_connect_object (dossiers, "items-changed", G_CALLBACK (dossiers_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  dossiers_changed_cb (self, 0, 0, 0, G_LIST_MODEL (dossiers));
}

static void
set_date (GtkEditable *editable,
          SbDate *date)
{
  gtk_editable_set_text (editable, date != NULL ? sb_date_get_edtf (date) : "");
}

static void
fill_in (SbDrawingDialog *self,
         int day)
{
  SbBilingual *title = sb_record_get_bilingual (self->drawing, SB_DRAWING_TITLE);
  g_autoptr (SbDate) today = sb_date_new_for_day (day);
  const char *fr = title != NULL ? sb_bilingual_get (title, SB_LANGUAGE_FR) : NULL;
  const char *en = title != NULL ? sb_bilingual_get (title, SB_LANGUAGE_EN) : NULL;

  gtk_editable_set_text (self->title_fr, fr != NULL ? fr : "");
  gtk_editable_set_text (self->title_en, en != NULL ? en : "");
  set_date (self->since, self->is_new ? today : sb_record_get_date (self->drawing, SB_DRAWING_SINCE));
  set_date (self->until, sb_record_get_date (self->drawing, SB_DRAWING_UNTIL));
  gtk_drop_down_set_selected (self->tone, (guint) sb_record_get_integer (self->drawing, SB_DRAWING_TONE, 0));
  changed_cb (self);
}

static void
sb_drawing_dialog_dispose (GObject *object)
{
  SbDrawingDialog *self = SB_DRAWING_DIALOG (object);

  g_clear_object (&self->catalogue);
  g_clear_object (&self->drawing);

  G_OBJECT_CLASS (sb_drawing_dialog_parent_class)->dispose (object);
}

static void
sb_drawing_dialog_class_init (SbDrawingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_drawing_dialog_dispose;
  SB_FORM_DIALOG_CLASS (klass)->accept = sb_drawing_dialog_accept;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-drawing-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbDrawingDialog, title_fr);
  gtk_widget_class_bind_template_child (widget_class, SbDrawingDialog, title_en);
  gtk_widget_class_bind_template_child (widget_class, SbDrawingDialog, since);
  gtk_widget_class_bind_template_child (widget_class, SbDrawingDialog, until);
  gtk_widget_class_bind_template_child (widget_class, SbDrawingDialog, tone);
  gtk_widget_class_bind_template_child (widget_class, SbDrawingDialog, source);
  gtk_widget_class_bind_template_child (widget_class, SbDrawingDialog, dossier);
  gtk_widget_class_bind_template_child (widget_class, SbDrawingDialog, dossier_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
sb_drawing_dialog_init (SbDrawingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sb_drop_down_name_all (GTK_WIDGET (self));
  set_names (self->source, G_CALLBACK (get_source_name));
  set_names (self->dossier, G_CALLBACK (get_dossier_name));
  offer_tones (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_fr));
}

SbDrawingDialog *
sb_drawing_dialog_new (SbCatalogue *catalogue,
                       SbRecord *drawing,
                       int day)
{
  SbDrawingDialog *self;

  g_return_val_if_fail (SB_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (sb_record_get_kind (drawing) == SB_KIND_DRAWING, NULL);

  self = g_object_new (SB_TYPE_DRAWING_DIALOG, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->drawing = g_object_ref (drawing);
  self->is_new = sb_record_get_id (drawing) == 0;
  if (!self->is_new)
    gtk_window_set_title (GTK_WINDOW (self), _ ("Change the drawing"));
  offer_sources (self);
  fill_in (self, day);
  return self;
}
