/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-record-sheet.h"

#include "sb-evidence-button.h"
#include "sb-evidence.h"
#include "sb-extract.h"
#include "sb-record-description.h"
#include "sb-record-markup.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _SbRecordSheet
{
  GtkWidget parent_instance;

  SbSession *session; /* (owned) (nullable) */
  SbRecord *record; /* (owned) (nullable) */

  GtkWidget *stack;
  GtkWidget *content; /* a GtkBox */
  GtkWidget *evidence; /* a GtkBox, the last of content */
};

G_DEFINE_FINAL_TYPE (SbRecordSheet, sb_record_sheet, GTK_TYPE_WIDGET)

static gboolean
link_activated_cb (GtkLabel *label,
                   const char *address,
                   SbRecordSheet *self)
{
  g_autoptr (SbRef) ref = sb_record_markup_parse_link (address);

  if (ref == NULL)
    return FALSE;

  if (sb_ref_get_kind (ref) == SB_KIND_DOCUMENT)
    sb_session_request_document (self->session, sb_ref_get_id (ref), 0, 0);
  else
    sb_session_select (self->session, ref);

  return TRUE;
}

static GtkWidget *
create_label (SbRecordSheet *self,
              const char *markup,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  g_signal_connect_object (label, "activate-link", G_CALLBACK (link_activated_cb), self, 0);
  return label;
}

static void
append_heading (SbRecordSheet *self,
                GtkWidget *box,
                const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  GtkWidget *label = create_label (self, escaped, "sheet-heading");

  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_box_append (GTK_BOX (box), label);
}

static gboolean
is_shown (SbRecord *record,
          guint field)
{
  const SbSchema *schema = sb_record_get_schema (record);

  /* The title stands above; hashes, keys, marks of reading and how a briefing is laid
   * out are the program's own. */
  static const char *hidden[] = { "hash", "text_hash", "key", "entry", "external_id", "read", "fetched",
                                  "media_type", "prefix", "suffix", "start", "end", "etag", "last_modified",
                                  "latitude", "longitude", "key_fact", "sections", "blocks", "settings", NULL };

  return (int) field != schema->title && sb_record_has (record, field) &&
         !g_strv_contains (hidden, schema->fields[field].name);
}

/* @value is markup. */
static GtkWidget *
create_field (SbRecordSheet *self,
              const char *label,
              const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (label, -1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *name = create_label (self, escaped, "caption");

  gtk_label_set_selectable (GTK_LABEL (name), FALSE);
  gtk_widget_add_css_class (name, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), create_label (self, value, NULL));
  return box;
}

static void
append_field (SbRecordSheet *self,
              SbRecord *record,
              guint field,
              SbLanguage language)
{
  const SbField *described = &sb_record_get_schema (record)->fields[field];
  g_autofree char *value = sb_record_markup_field (record, field, language);

  gtk_box_append (GTK_BOX (self->content), create_field (self, _ (described->label), value));
}

/* Feeds and drawings have editors of their own, and briefings that were issued are
 * frozen. */
static gboolean
is_changed_here (SbKind kind)
{
  return kind != SB_KIND_FEED && kind != SB_KIND_BRIEFING && kind != SB_KIND_DRAWING;
}

static GtkWidget *
create_edit_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.edit-record");
  gtk_widget_set_tooltip_text (button, _ ("Change this record (F4)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Change this record (F4)"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
append_title (SbRecordSheet *self,
              SbRecord *record,
              SbLanguage language)
{
  SbKind kind = sb_record_get_kind (record);
  g_autofree char *kind_label = g_markup_escape_text (sb_kind_get_label (kind, language), -1);
  g_autofree char *name = sb_record_dup_name (record, language);
  g_autofree char *title = g_markup_escape_text (name, -1);
  GtkWidget *label = create_label (self, kind_label, "sheet-kind");
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  if (is_changed_here (kind))
    gtk_box_append (GTK_BOX (line), create_edit_button ());
  gtk_box_append (GTK_BOX (self->content), line);
  gtk_box_append (GTK_BOX (self->content), create_label (self, title, "sheet-title"));
  if (sb_record_is_withdrawn (record))
    gtk_box_append (GTK_BOX (self->content), create_label (self, _ ("Withdrawn by its source"), "sheet-warning"));
}

static void
append_evidence (SbRecordSheet *self,
                 SbRecord *evidence,
                 SbLanguage language)
{
  gtk_box_append (GTK_BOX (self->evidence), sb_evidence_button_new (evidence, self->session, language));
}

static void
show_evidence (SbRecordSheet *self,
               GPtrArray *evidence,
               SbLanguage language)
{
  guint n_evidence = evidence != NULL ? evidence->len : 0;
  SbKind kind = sb_record_get_kind (self->record);

  self->evidence = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (self->content), self->evidence);
  if (kind <= SB_KIND_EXTRACT || kind >= SB_KIND_DOSSIER)
    return;

  if (n_evidence == 0 && (kind == SB_KIND_PLACE || kind == SB_KIND_CORRIDOR))
    return;

  append_heading (self, self->evidence, _ ("Extracts"));
  if (n_evidence == 0)
    gtk_box_append (GTK_BOX (self->evidence), create_label (self, _ ("Unsourced: no extract stands behind this."), "sheet-warning"));

  for (guint i = 0; i < n_evidence; i++)
    if (!sb_evidence_is_told_in (evidence, i, language))
      append_evidence (self, g_ptr_array_index (evidence, i), language);
}

static void
sb_record_sheet_dispose (GObject *object)
{
  SbRecordSheet *self = SB_RECORD_SHEET (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->record);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sb_record_sheet_parent_class)->dispose (object);
}

static void
sb_record_sheet_class_init (SbRecordSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_record_sheet_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-record-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, SbRecordSheet, stack);
  gtk_widget_class_bind_template_child (widget_class, SbRecordSheet, content);
}

static void
sb_record_sheet_init (SbRecordSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sb_record_sheet_new (void)
{
  return g_object_new (SB_TYPE_RECORD_SHEET, NULL);
}

void
sb_record_sheet_set_session (SbRecordSheet *self,
                             SbSession *session)
{
  g_return_if_fail (SB_IS_RECORD_SHEET (self));

  g_set_object (&self->session, session);
}

void
sb_record_sheet_set_record (SbRecordSheet *self,
                            SbRecord *record,
                            GPtrArray *evidence)
{
  SbLanguage language = sb_language_get_interface ();
  GtkWidget *child;

  g_return_if_fail (SB_IS_RECORD_SHEET (self));

  while ((child = gtk_widget_get_first_child (self->content)) != NULL)
    gtk_box_remove (GTK_BOX (self->content), child);

  self->evidence = NULL;
  g_set_object (&self->record, record);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), record != NULL ? "record" : "empty");
  if (record == NULL)
    return;

  append_title (self, record, language);
  for (guint i = 0; i < sb_record_get_schema (record)->n_fields; i++)
    if (is_shown (record, i))
      append_field (self, record, i, language);

  show_evidence (self, evidence, language);
}

static GtkWidget *
create_related_row (SbRecordSheet *self,
                    SbRecord *record,
                    SbLanguage language)
{
  g_autofree char *name = sb_record_dup_name (record, language);
  g_autofree char *description = sb_record_describe (record, language);
  g_autoptr (SbBilingual) text = sb_bilingual_new (name, NULL);
  g_autoptr (SbRef) ref = sb_ref_new (sb_record_get_kind (record), sb_record_get_id (record), NULL, text);
  g_autofree char *link = sb_record_markup_ref (ref, language);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), create_label (self, link, NULL));
  if (!g_str_equal (name, description))
    {
      g_autofree char *escaped = g_markup_escape_text (description, -1);
      GtkWidget *label = create_label (self, escaped, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_label_set_selectable (GTK_LABEL (label), FALSE);
      gtk_box_append (GTK_BOX (box), label);
    }

  return box;
}

static void
insert_section (SbRecordSheet *self,
                GtkWidget *box)
{
  /* What it rests on stays last. */
  gtk_box_insert_child_after (GTK_BOX (self->content), box, gtk_widget_get_prev_sibling (self->evidence));
}

void
sb_record_sheet_add_related (SbRecordSheet *self,
                             const char *title,
                             GPtrArray *records)
{
  SbLanguage language = sb_language_get_interface ();
  GtkWidget *box;

  g_return_if_fail (SB_IS_RECORD_SHEET (self));

  if (self->record == NULL || records == NULL || records->len == 0)
    return;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  append_heading (self, box, title);
  for (guint i = 0; i < records->len; i++)
    gtk_box_append (GTK_BOX (box), create_related_row (self, g_ptr_array_index (records, i), language));

  insert_section (self, box);
}

/* How far a line of one depth more stands in; logical pixels. */
#define INDENT 18

void
sb_sheet_line_free (SbSheetLine *self)
{
  if (self == NULL)
    return;

  g_free (self->markup);
  g_free (self);
}

void
sb_record_sheet_add_section (SbRecordSheet *self,
                             const char *title,
                             GtkWidget *section)
{
  GtkWidget *box;

  g_return_if_fail (SB_IS_RECORD_SHEET (self));
  g_return_if_fail (GTK_IS_WIDGET (section));

  if (self->record == NULL)
    return;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  append_heading (self, box, title);
  gtk_box_append (GTK_BOX (box), section);
  /* Nothing to show has no heading either. */
  g_object_bind_property (section, "visible", box, "visible", G_BINDING_SYNC_CREATE);
  insert_section (self, box);
}

void
sb_record_sheet_add_lines (SbRecordSheet *self,
                           const char *title,
                           GPtrArray *lines)
{
  GtkWidget *box;

  g_return_if_fail (SB_IS_RECORD_SHEET (self));

  if (self->record == NULL || lines == NULL || lines->len == 0)
    return;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  append_heading (self, box, title);
  for (guint i = 0; i < lines->len; i++)
    {
      const SbSheetLine *line = g_ptr_array_index (lines, i);
      GtkWidget *label = create_label (self, line->markup, NULL);

      gtk_widget_set_margin_start (label, (int) line->depth * INDENT);
      gtk_box_append (GTK_BOX (box), label);
    }

  insert_section (self, box);
}

void
sb_record_sheet_add_note (SbRecordSheet *self,
                          const char *label,
                          const char *text)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (SB_IS_RECORD_SHEET (self));
  g_return_if_fail (label != NULL && text != NULL);

  if (self->record == NULL)
    return;

  escaped = g_markup_escape_text (text, -1);
  gtk_box_insert_child_after (GTK_BOX (self->content), create_field (self, label, escaped),
                              gtk_widget_get_prev_sibling (self->evidence));
}
