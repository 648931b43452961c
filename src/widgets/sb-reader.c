/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-reader-private.h"

#include "sb-date-format.h"
#include "sb-document.h"
#include "sb-language.h"
#include "sb-shrink-box.h"
#include "sb-text.h"

#include <glib/gi18n.h>

/* A quiet reader of French or English reads so many words in a minute. */
#define WORDS_PER_MINUTE 230

#define MIN_TEXT_SIZE  0.5
#define MAX_TEXT_SIZE  3.0
#define TEXT_SIZE_STEP 0.1

G_DEFINE_FINAL_TYPE (SbReader, sb_reader, GTK_TYPE_WIDGET)

enum
{
  EXTRACT_REQUESTED,
  EXTRACT_ACTIVATED,
  ATTACHMENT_ACTIVATED,
  DOCUMENT_CHANGED,
  N_SIGNALS
};

enum
{
  PROP_0,
  PROP_TEXT_SIZE,
  PROP_SHOWS_NAMES,
  PROP_WIDTH,
  PROP_FONT,
  PROP_GROUND,
  N_PROPS
};

static guint signals[N_SIGNALS];
static GParamSpec *properties[N_PROPS];

static void
append_part (GString *line,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  if (line->len > 0)
    g_string_append (line, " · ");

  g_string_append (line, part);
}

/* "A. Author · Source · 29 April 2026 · 8 min · 3 pages" */
static char *
format_line (SbRecord *document)
{
  SbLanguage language = sb_language_get_interface ();
  SbRef *source = sb_record_get_ref (document, SB_DOCUMENT_SOURCE);
  gint64 n_words = sb_record_get_integer (document, SB_DOCUMENT_WORDS, 0);
  gint64 n_pages = sb_record_get_integer (document, SB_DOCUMENT_PAGES, 0);
  guint minutes = (guint) ((n_words + WORDS_PER_MINUTE - 1) / WORDS_PER_MINUTE);
  g_autofree char *date = sb_date_format (sb_record_get_date (document, SB_DOCUMENT_DATE), language, SB_DATE_STYLE_LONG);
  g_autofree char *reading = g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
  g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", (guint) n_pages), (guint) n_pages);
  GString *line = g_string_new (NULL);

  append_part (line, sb_record_get_text (document, SB_DOCUMENT_BYLINE));
  append_part (line, source != NULL ? sb_ref_get_name (source, language) : NULL);
  append_part (line, date);
  append_part (line, n_words > 0 ? reading : NULL);
  append_part (line, n_pages > 0 ? pages : NULL);
  return g_string_free (line, FALSE);
}

static void
extract_activated_cb (SbReader *self,
                      guint position)
{
  g_signal_emit (self, signals[EXTRACT_ACTIVATED], 0, position);
}

static void
attachment_activated_cb (SbReader *self,
                         GtkListBoxRow *row)
{
  g_signal_emit (self, signals[ATTACHMENT_ACTIVATED], 0, (guint) gtk_list_box_row_get_index (row));
}

static SbAttachmentRow *
get_attachment_row (SbReader *self,
                    guint position)
{
  return (SbAttachmentRow *) gtk_list_box_get_row_at_index (self->attachments, (int) position);
}

/* Whether the list shows the attachments of @document already: a row that has the
 * keyboard keeps it. */
static gboolean
shows_attachments (SbReader *self,
                   SbRecord *document)
{
  guint n = document != NULL ? sb_record_get_n_items (document, SB_DOCUMENT_ATTACHMENTS) : 0;

  for (guint i = 0; i < n; i++)
    {
      SbAttachmentRow *row = get_attachment_row (self, i);

      if (row == NULL ||
          !sb_record_equal (sb_attachment_row_get_attachment (row), sb_record_get_item (document, SB_DOCUMENT_ATTACHMENTS, i)))
        return FALSE;
    }

  return get_attachment_row (self, n) == NULL;
}

static void
list_attachments (SbReader *self,
                  SbRecord *document)
{
  guint n = document != NULL ? sb_record_get_n_items (document, SB_DOCUMENT_ATTACHMENTS) : 0;
  SbAttachmentRow *row;

  gtk_widget_set_visible (self->attachments_box, n > 0);
  if (shows_attachments (self, document))
    return;

  while ((row = get_attachment_row (self, 0)) != NULL)
    gtk_list_box_remove (self->attachments, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->attachments, sb_attachment_row_new (sb_record_get_item (document, SB_DOCUMENT_ATTACHMENTS, i)));
}

static void
find_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  sb_reader_start_find (SB_READER (widget));
}

static void
larger_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  sb_reader_set_text_size (SB_READER (widget), SB_READER (widget)->text_size + TEXT_SIZE_STEP);
}

static void
smaller_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  sb_reader_set_text_size (SB_READER (widget), SB_READER (widget)->text_size - TEXT_SIZE_STEP);
}

static void
normal_size_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  sb_reader_set_text_size (SB_READER (widget), 1);
}

static void
sb_reader_get_property (GObject *object,
                        guint prop_id,
                        GValue *value,
                        GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TEXT_SIZE:
      g_value_set_double (value, SB_READER (object)->text_size);
      break;

    case PROP_SHOWS_NAMES:
      g_value_set_boolean (value, SB_READER (object)->shows_names);
      break;

    case PROP_WIDTH:
      g_value_set_string (value, SB_READER (object)->width);
      break;

    case PROP_FONT:
      g_value_set_string (value, SB_READER (object)->font);
      break;

    case PROP_GROUND:
      g_value_set_string (value, SB_READER (object)->ground);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_reader_set_property (GObject *object,
                        guint prop_id,
                        const GValue *value,
                        GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TEXT_SIZE:
      sb_reader_set_text_size (SB_READER (object), g_value_get_double (value));
      break;

    case PROP_SHOWS_NAMES:
      sb_reader_set_shows_names (SB_READER (object), g_value_get_boolean (value));
      break;

    case PROP_WIDTH:
      sb_reader_set_width (SB_READER (object), g_value_get_string (value));
      break;

    case PROP_FONT:
      sb_reader_set_font (SB_READER (object), g_value_get_string (value));
      break;

    case PROP_GROUND:
      sb_reader_set_ground (SB_READER (object), g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_reader_dispose (GObject *object)
{
  SbReader *self = SB_READER (object);
  GtkWidget *child;

  _sb_reader_dispose_names (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->document);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_object (&self->extracts);

  G_OBJECT_CLASS (sb_reader_parent_class)->dispose (object);
}

static void
sb_reader_finalize (GObject *object)
{
  _sb_reader_finalize_look (SB_READER (object));

  G_OBJECT_CLASS (sb_reader_parent_class)->finalize (object);
}

static void
outline_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  gtk_menu_button_popup (SB_READER (widget)->outline_button);
}

static void
look_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  gtk_menu_button_popup (SB_READER (widget)->look_button);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reader.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "reader.larger", NULL, larger_action);
  gtk_widget_class_install_action (widget_class, "reader.smaller", NULL, smaller_action);
  gtk_widget_class_install_action (widget_class, "reader.normal-size", NULL, normal_size_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "reader.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_slash, 0, "reader.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "reader.larger", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "reader.larger", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "reader.smaller", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "reader.normal-size", NULL);
  gtk_widget_class_install_action (widget_class, "reader.outline", NULL, outline_action);
  gtk_widget_class_install_action (widget_class, "reader.look", NULL, look_action);
  gtk_widget_class_install_property_action (widget_class, "reader.shows-names", "shows-names");
  gtk_widget_class_install_property_action (widget_class, "reader.width", "width");
  gtk_widget_class_install_property_action (widget_class, "reader.font", "font");
  gtk_widget_class_install_property_action (widget_class, "reader.ground", "ground");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "reader.outline", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, 0, "reader.look", NULL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, SbReader, sheet);
  gtk_widget_class_bind_template_child (widget_class, SbReader, views);
  gtk_widget_class_bind_template_child (widget_class, SbReader, page);
  gtk_widget_class_bind_template_child (widget_class, SbReader, pages_button);
  gtk_widget_class_bind_template_child (widget_class, SbReader, page_tools);
  gtk_widget_class_bind_template_child (widget_class, SbReader, page_label);
  gtk_widget_class_bind_template_callback_full (widget_class, "pages_toggled_cb", G_CALLBACK (_sb_reader_pages_toggled_cb));
  gtk_widget_class_bind_template_child (widget_class, SbReader, related_button);
  gtk_widget_class_bind_template_child (widget_class, SbReader, related_popover);
  gtk_widget_class_bind_template_child (widget_class, SbReader, related);
  gtk_widget_class_bind_template_child (widget_class, SbReader, changes_title);
  gtk_widget_class_bind_template_child (widget_class, SbReader, changes_count);
  gtk_widget_class_bind_template_child (widget_class, SbReader, changes);
  gtk_widget_class_bind_template_callback_full (widget_class, "related_shown_cb", G_CALLBACK (_sb_reader_related_shown_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "link_activated_cb", G_CALLBACK (_sb_reader_link_activated_cb));
  gtk_widget_class_bind_template_child (widget_class, SbReader, outline_button);
  gtk_widget_class_bind_template_child (widget_class, SbReader, look_button);
  gtk_widget_class_bind_template_child (widget_class, SbReader, outline);
  gtk_widget_class_bind_template_callback_full (widget_class, "outline_activated_cb", G_CALLBACK (_sb_reader_outline_activated_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "outline_shown_cb", G_CALLBACK (_sb_reader_outline_shown_cb));
  gtk_widget_class_bind_template_child (widget_class, SbReader, stack);
  gtk_widget_class_bind_template_child (widget_class, SbReader, header_clamp);
  gtk_widget_class_bind_template_child (widget_class, SbReader, clamp);
  gtk_widget_class_bind_template_child (widget_class, SbReader, find_bar);
  gtk_widget_class_bind_template_child (widget_class, SbReader, find_entry);
  gtk_widget_class_bind_template_child (widget_class, SbReader, find_count);
  gtk_widget_class_bind_template_child (widget_class, SbReader, title);
  gtk_widget_class_bind_template_child (widget_class, SbReader, line);
  gtk_widget_class_bind_template_child (widget_class, SbReader, reference);
  gtk_widget_class_bind_template_child (widget_class, SbReader, attachments_box);
  gtk_widget_class_bind_template_child (widget_class, SbReader, attachments);
  gtk_widget_class_bind_template_child (widget_class, SbReader, text);
  gtk_widget_class_bind_template_callback_full (widget_class, "find_next_cb", G_CALLBACK (_sb_reader_find_next_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "find_previous_cb", G_CALLBACK (_sb_reader_find_previous_cb));
  gtk_widget_class_bind_template_callback (widget_class, extract_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, attachment_activated_cb);
}

static void
sb_reader_class_init (SbReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sb_reader_get_property;
  object_class->set_property = sb_reader_set_property;
  object_class->dispose = sb_reader_dispose;
  object_class->finalize = sb_reader_finalize;

  properties[PROP_TEXT_SIZE] =
    g_param_spec_double ("text-size", NULL, NULL, MIN_TEXT_SIZE, MAX_TEXT_SIZE, 1,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOWS_NAMES] =
    g_param_spec_boolean ("shows-names", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WIDTH] =
    g_param_spec_string ("width", NULL, NULL, "normal", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FONT] =
    g_param_spec_string ("font", NULL, NULL, "serif", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_GROUND] =
    g_param_spec_string ("ground", NULL, NULL, "system", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[EXTRACT_REQUESTED] =
    g_signal_new ("extract-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[EXTRACT_ACTIVATED] =
    g_signal_new ("extract-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  signals[ATTACHMENT_ACTIVATED] =
    g_signal_new ("attachment-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  signals[DOCUMENT_CHANGED] =
    g_signal_new ("document-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SB_TYPE_READER_TEXT);
  g_type_ensure (SB_TYPE_SHRINK_BOX);
  _sb_reader_class_init_names (klass);
  _sb_reader_class_init_related (klass);
  _sb_reader_class_init_pages (klass);
  bind_template (widget_class);
  _sb_reader_class_init_passage (klass);
  _sb_reader_class_init_no_text (klass);
  _sb_reader_class_init_illustrations (klass);
  install_actions (widget_class);
}

/* Whether the text begins with the title of the document, as a heading. */
static gboolean
opens_with_title (SbReader *self)
{
  const SbBlock *first = self->blocks != NULL && self->blocks->len > 0 ? g_ptr_array_index (self->blocks, 0) : NULL;
  const char *title = self->document != NULL ? sb_record_get_text (self->document, SB_DOCUMENT_TITLE) : NULL;
  g_autofree char *heading = NULL;
  g_autofree char *folded = NULL;

  if (first == NULL || title == NULL || sb_block_get_kind (first) != SB_BLOCK_HEADING)
    return FALSE;

  heading = g_strstrip (sb_fold (sb_block_get_text (first)));
  folded = g_strstrip (sb_fold (title));
  return g_str_equal (heading, folded);
}

/* A title is shown once: where the text has it, it can be lifted. */
static void
update_title (SbReader *self)
{
  gboolean is_text = g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "text") == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->title), !is_text || !opens_with_title (self));
}

static void
sb_reader_init (SbReader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->text_size = 1;
  _sb_reader_init_find (self);
  _sb_reader_init_names (self);
  _sb_reader_init_look (self);
  _sb_reader_init_related (self);
  _sb_reader_init_pages (self);
  _sb_reader_init_outline (self);
  _sb_reader_init_passage (self);
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
}

GtkWidget *
sb_reader_new (void)
{
  return g_object_new (SB_TYPE_READER, NULL);
}

static void
show_head (SbReader *self,
           SbRecord *document)
{
  g_autofree char *line = format_line (document);
  const char *reference = sb_record_get_words (document, SB_DOCUMENT_REFERENCE, sb_language_get_interface ());

  gtk_label_set_label (self->title, sb_record_get_title (document, sb_language_get_interface ()));
  update_title (self);
  gtk_label_set_label (self->line, line);
  gtk_label_set_label (self->reference, reference != NULL ? reference : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reference), reference != NULL);
}

void
sb_reader_set_document (SbReader *self,
                        SbRecord *document,
                        GPtrArray *blocks)
{
  g_return_if_fail (SB_IS_READER (self));

  g_set_object (&self->document, document);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  self->blocks = blocks != NULL ? g_ptr_array_ref (blocks) : NULL;
  gtk_stack_set_visible_child_name (self->stack, document != NULL ? "document" : "empty");
  sb_reader_text_set_blocks (self->text, document != NULL ? blocks : NULL);
  sb_reader_set_attachments (self, document, NULL, 0);
  _sb_reader_hide_name (self);
  _sb_reader_update_outline (self);
  _sb_reader_update_no_text (self);
  sb_reader_set_links (self, NULL);
  sb_reader_set_illustrations (self, NULL);
  sb_reader_set_has_pages (self, FALSE);
  if (document != NULL)
    show_head (self, document);

  g_signal_emit (self, signals[DOCUMENT_CHANGED], 0);
}

void
sb_reader_update_document (SbReader *self,
                           SbRecord *document)
{
  g_return_if_fail (SB_IS_READER (self));
  g_return_if_fail (SB_IS_RECORD (document) && self->document != NULL);

  if (g_set_object (&self->document, document))
    show_head (self, document);
}

void
sb_reader_set_attachments (SbReader *self,
                           SbRecord *document,
                           const SbAttachmentState *states,
                           guint n_states)
{
  SbAttachmentRow *row;

  g_return_if_fail (SB_IS_READER (self));
  g_return_if_fail (states != NULL || n_states == 0);

  list_attachments (self, document);
  for (guint i = 0; (row = get_attachment_row (self, i)) != NULL; i++)
    sb_attachment_row_set_state (row, i < n_states ? states[i] : SB_ATTACHMENT_STATE_AWAY);
}

SbRecord *
sb_reader_get_document (SbReader *self)
{
  g_return_val_if_fail (SB_IS_READER (self), NULL);

  return self->document;
}

GPtrArray *
sb_reader_get_blocks (SbReader *self)
{
  g_return_val_if_fail (SB_IS_READER (self), NULL);

  return self->blocks;
}

void
sb_reader_set_extracts (SbReader *self,
                        GListModel *extracts)
{
  g_return_if_fail (SB_IS_READER (self));

  sb_reader_text_set_extracts (self->text, extracts);
  _sb_reader_set_page_extracts (self, extracts);
}

void
sb_reader_set_text_size (SbReader *self,
                         double size)
{
  double kept = CLAMP (size, MIN_TEXT_SIZE, MAX_TEXT_SIZE);

  g_return_if_fail (SB_IS_READER (self));

  sb_reader_text_set_text_size (self->text, kept);
  if (self->text_size == kept)
    return;

  self->text_size = kept;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT_SIZE]);
}

void
sb_reader_show_range (SbReader *self,
                      int start,
                      int end)
{
  g_return_if_fail (SB_IS_READER (self));

  if (!_sb_reader_show_page_range (self, start, end))
    sb_reader_text_show_range (self->text, start, end);
}

gboolean
sb_reader_get_selected_range (SbReader *self,
                              int *start,
                              int *end)
{
  g_return_val_if_fail (SB_IS_READER (self), FALSE);

  return sb_reader_get_page_number (self) > 0 ? _sb_reader_get_page_range (self, start, end)
                                              : sb_reader_text_get_selected_range (self->text, start, end);
}

gboolean
sb_reader_request_extract (SbReader *self)
{
  int start;
  int end;

  g_return_val_if_fail (SB_IS_READER (self), FALSE);

  if (!sb_reader_get_selected_range (self, &start, &end))
    return FALSE;

  g_signal_emit (self, signals[EXTRACT_REQUESTED], 0, start, end);
  return TRUE;
}

void
sb_reader_focus_text (SbReader *self)
{
  g_return_if_fail (SB_IS_READER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
