/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-outline-edit-private.h"

#include "sb-briefing.h"
#include "sb-record-builder.h"
#include "sb-template-private.h"

#include <string.h>

SbOutlineEdit
_sb_outline_edit_begin (const SbOutline *self)
{
  g_autoptr (SbRecord) draft = sb_briefing_new_draft (self->briefing);
  SbOutlineEdit edit = { self, sb_record_builder_new_from (draft), g_ptr_array_new_with_free_func (g_object_unref) };

  for (guint i = 0; i < sb_record_get_n_items (self->briefing, SB_BRIEFING_SECTIONS); i++)
    g_ptr_array_add (edit.sections, g_object_ref (sb_record_get_item (self->briefing, SB_BRIEFING_SECTIONS, i)));

  return edit;
}

SbRecord *
_sb_outline_edit_end (SbOutlineEdit *edit)
{
  sb_record_builder_clear (edit->builder, SB_BRIEFING_SECTIONS);
  for (guint i = 0; i < edit->sections->len; i++)
    sb_record_builder_take_item (edit->builder, SB_BRIEFING_SECTIONS, g_object_ref (g_ptr_array_index (edit->sections, i)));
  g_clear_pointer (&edit->sections, g_ptr_array_unref);

  return sb_record_builder_end (g_steal_pointer (&edit->builder));
}

static guint
find_section (const SbOutlineEdit *edit,
              const char *name)
{
  for (guint i = 0; i < edit->sections->len; i++)
    if (g_strcmp0 (sb_record_get_text (g_ptr_array_index (edit->sections, i), SB_BRIEFING_SECTION_BLOCK), name) == 0)
      return i;

  return G_MAXUINT;
}

static SbRecordBuilder *
open_section (const SbOutlineEdit *edit,
              const char *name)
{
  guint position = find_section (edit, name);
  SbRecordBuilder *builder;

  if (position != G_MAXUINT)
    return sb_record_builder_new_from (g_ptr_array_index (edit->sections, position));

  builder = sb_record_builder_new (&sb_briefing_section_schema);
  sb_record_builder_set_text (builder, SB_BRIEFING_SECTION_BLOCK, name);

  return builder;
}

static gboolean
says_something (SbRecord *section)
{
  static const guint fields[] = {
    SB_BRIEFING_SECTION_TITLE, SB_BRIEFING_SECTION_TEXT, SB_BRIEFING_SECTION_KIND, SB_BRIEFING_SECTION_KEYS, SB_BRIEFING_SECTION_MADE_FROM
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (sb_record_has (section, fields[i]))
      return TRUE;

  return sb_record_get_boolean (section, SB_BRIEFING_SECTION_HIDDEN);
}

/* Puts the section back, or takes it out when it says nothing any more. */
static void
close_section (SbOutlineEdit *edit,
               const char *name,
               SbRecordBuilder *builder)
{
  g_autoptr (SbRecord) section = sb_record_builder_end (builder);
  guint position = find_section (edit, name);

  if (position == G_MAXUINT && says_something (section))
    g_ptr_array_add (edit->sections, g_steal_pointer (&section));
  else if (position != G_MAXUINT && says_something (section))
    {
      g_object_unref (g_ptr_array_index (edit->sections, position));
      g_ptr_array_index (edit->sections, position) = g_steal_pointer (&section);
    }
  else if (position != G_MAXUINT)
    g_ptr_array_remove_index (edit->sections, position);
}

void
_sb_outline_edit_set_key (SbOutlineEdit *edit,
                          const char *name,
                          const char *key,
                          const char *value)
{
  SbRecordBuilder *builder = open_section (edit, name);
  guint position = find_section (edit, name);
  const char *lines = position != G_MAXUINT ? sb_record_get_text (g_ptr_array_index (edit->sections, position), SB_BRIEFING_SECTION_KEYS) : NULL;
  g_autofree char *changed = _sb_outline_change_line (lines, key, value);

  sb_record_builder_set_text (builder, SB_BRIEFING_SECTION_KEYS, changed);
  close_section (edit, name, builder);
}

/* Gives @parent its children; the order of the template itself is not written down. */
static void
store_children (SbOutlineEdit *edit,
                const char *parent,
                GPtrArray *children)
{
  const SbOutline *self = edit->outline;
  const char *group = parent != NULL ? parent : _SB_TEMPLATE_GROUP;
  g_autoptr (GPtrArray) base = g_key_file_has_group (self->base_file, group) ? _sb_outline_list_names (self->base_file, group) : NULL;
  gboolean is_base = base != NULL && base->len == children->len;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < children->len; i++)
    {
      g_string_append_printf (names, "%s%s", i > 0 ? ";" : "", (const char *) g_ptr_array_index (children, i));
      is_base = is_base && g_str_equal (g_ptr_array_index (children, i), g_ptr_array_index (base, i));
    }

  /* Columns without blocks are told from those that nothing is said of. */
  if (children->len == 0)
    g_string_append_c (names, ';');
  if (parent != NULL)
    _sb_outline_edit_set_key (edit, parent, "Blocks", is_base ? NULL : names->str);
  else
    sb_record_builder_set_text (edit->builder, SB_BRIEFING_BLOCKS, is_base ? NULL : names->str);
}

static gboolean
may_hold (const SbOutline *self,
          const char *parent,
          SbTemplateBlockKind kind)
{
  const SbOutlineEntry *holder = sb_outline_find (self, parent);

  if (parent == NULL)
    return TRUE;

  return holder != NULL && !holder->is_lost && holder->kind == SB_TEMPLATE_BLOCK_COLUMNS && kind != SB_TEMPLATE_BLOCK_COLUMNS;
}

static void
place (SbOutlineEdit *edit,
       const char *name,
       const char *parent,
       guint position)
{
  g_autoptr (GPtrArray) children = _sb_outline_list_children (edit->outline, parent);
  guint found;

  if (g_ptr_array_find_with_equal_func (children, name, g_str_equal, &found))
    g_ptr_array_remove_index (children, found);
  g_ptr_array_insert (children, position < children->len ? (int) position : -1, g_strdup (name));
  store_children (edit, parent, children);
}

static void
take_out (SbOutlineEdit *edit,
          const char *name,
          const char *parent)
{
  g_autoptr (GPtrArray) children = _sb_outline_list_children (edit->outline, parent);
  guint found;

  if (g_ptr_array_find_with_equal_func (children, name, g_str_equal, &found))
    g_ptr_array_remove_index (children, found);
  store_children (edit, parent, children);
}

SbRecord *
sb_outline_move (const SbOutline *self,
                 const char *name,
                 const char *parent,
                 guint position)
{
  const SbOutlineEntry *entry = sb_outline_find (self, name);
  SbOutlineEdit edit;

  if (entry == NULL || entry->is_lost || !may_hold (self, parent, entry->kind))
    return NULL;

  edit = _sb_outline_edit_begin (self);
  if (g_strcmp0 (entry->parent, parent) != 0)
    take_out (&edit, name, entry->parent);
  place (&edit, name, parent, position);

  return _sb_outline_edit_end (&edit);
}

static SbRecord *
set_hidden (const SbOutline *self,
            const char *name,
            gboolean is_hidden)
{
  const SbOutlineEntry *entry = sb_outline_find (self, name);
  SbRecordBuilder *builder;
  SbOutlineEdit edit;

  if (entry == NULL || entry->is_lost)
    return NULL;

  edit = _sb_outline_edit_begin (self);
  builder = open_section (&edit, name);
  sb_record_builder_set_boolean (builder, SB_BRIEFING_SECTION_HIDDEN, is_hidden);
  close_section (&edit, name, builder);

  return _sb_outline_edit_end (&edit);
}

SbRecord *
sb_outline_hide (const SbOutline *self,
                 const char *name)
{
  return set_hidden (self, name, TRUE);
}

SbRecord *
sb_outline_show (const SbOutline *self,
                 const char *name)
{
  return set_hidden (self, name, FALSE);
}

SbRecord *
sb_outline_add (const SbOutline *self,
                SbTemplateBlockKind kind,
                const char *name,
                const char *keys,
                const char *parent,
                guint position)
{
  SbRecordBuilder *builder;
  g_autoptr (SbRecord) record = NULL;
  g_autoptr (SbOutline) outline = NULL;
  SbOutlineEdit edit;

  if (!_sb_outline_is_name (name) || g_key_file_has_group (self->file, name) || _sb_outline_find_section (self->briefing, name) != NULL || !may_hold (self, parent, kind))
    return NULL;

  edit = _sb_outline_edit_begin (self);
  builder = open_section (&edit, name);
  sb_record_builder_set_text (builder, SB_BRIEFING_SECTION_KIND, sb_template_get_block_name (kind));
  sb_record_builder_set_text (builder, SB_BRIEFING_SECTION_KEYS, keys);
  close_section (&edit, name, builder);
  place (&edit, name, parent, position);
  record = _sb_outline_edit_end (&edit);

  /* Whether it can be read, and there was room for it, is told by the outline of it. */
  outline = sb_outline_new (self->base, record);
  if (sb_outline_find (outline, name) == NULL || sb_outline_find (outline, name)->problem != NULL)
    return NULL;

  return g_steal_pointer (&record);
}

static void
drop_comments (SbOutlineEdit *edit,
               const char *name)
{
  SbRecord *briefing = edit->outline->briefing;

  sb_record_builder_clear (edit->builder, SB_BRIEFING_COMMENTS);
  for (guint i = 0; i < sb_record_get_n_items (briefing, SB_BRIEFING_COMMENTS); i++)
    {
      SbRecord *comment = sb_record_get_item (briefing, SB_BRIEFING_COMMENTS, i);

      if (g_strcmp0 (sb_record_get_text (comment, SB_BRIEFING_COMMENT_BLOCK), name) != 0)
        sb_record_builder_take_item (edit->builder, SB_BRIEFING_COMMENTS, g_object_ref (comment));
    }
}

/* The columns that are removed leave what they held on the page. */
static void
free_children (SbOutlineEdit *edit,
               const char *name,
               GPtrArray *children)
{
  g_autoptr (GPtrArray) inner = _sb_outline_list_children (edit->outline, name);
  guint position = children->len;

  g_ptr_array_find_with_equal_func (children, name, g_str_equal, &position);
  for (guint i = 0; i < inner->len; i++)
    g_ptr_array_insert (children, (int) (position + i), g_strdup (g_ptr_array_index (inner, i)));
}

SbRecord *
sb_outline_remove (const SbOutline *self,
                   const char *name)
{
  const SbOutlineEntry *entry = sb_outline_find (self, name);
  guint position;
  SbOutlineEdit edit;

  if (entry == NULL || (!entry->is_added && !entry->is_lost))
    return NULL;

  edit = _sb_outline_edit_begin (self);
  position = find_section (&edit, name);
  if (position != G_MAXUINT)
    g_ptr_array_remove_index (edit.sections, position);
  drop_comments (&edit, name);
  if (entry->is_added)
    {
      g_autoptr (GPtrArray) children = _sb_outline_list_children (self, entry->parent);
      guint found;

      if (entry->kind == SB_TEMPLATE_BLOCK_COLUMNS)
        free_children (&edit, name, children);
      if (g_ptr_array_find_with_equal_func (children, name, g_str_equal, &found))
        g_ptr_array_remove_index (children, found);
      store_children (&edit, entry->parent, children);
    }

  return _sb_outline_edit_end (&edit);
}

/* A field in two languages with one of them changed. */
static void
set_words (SbRecordBuilder *builder,
           guint field,
           SbBilingual *before,
           SbLanguage language,
           const char *text)
{
  const char *fr = language == SB_LANGUAGE_FR ? text : sb_bilingual_get (before, SB_LANGUAGE_FR);
  const char *en = language == SB_LANGUAGE_EN ? text : sb_bilingual_get (before, SB_LANGUAGE_EN);
  g_autoptr (SbBilingual) words = sb_bilingual_new (fr, en);

  if (sb_bilingual_is_empty (words))
    sb_record_builder_clear (builder, field);
  else
    sb_record_builder_set_bilingual (builder, field, words);
}

SbRecord *
sb_outline_set_title (const SbOutline *self,
                      const char *name,
                      SbLanguage language,
                      const char *title)
{
  const SbOutlineEntry *entry = sb_outline_find (self, name);
  SbRecordBuilder *builder;
  SbOutlineEdit edit;

  if (entry == NULL || entry->is_lost)
    return NULL;

  edit = _sb_outline_edit_begin (self);
  builder = open_section (&edit, name);
  set_words (builder, SB_BRIEFING_SECTION_TITLE, sb_record_get_bilingual (entry->section, SB_BRIEFING_SECTION_TITLE), language, title);
  close_section (&edit, name, builder);

  return _sb_outline_edit_end (&edit);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || text[0] == '\0';
}

static void
mark_manual (SbRecordBuilder *builder,
             gboolean is_manual)
{
  sb_record_builder_set_boolean (builder, SB_BRIEFING_SECTION_MANUAL, is_manual);
  if (!is_manual)
    sb_record_builder_clear (builder, SB_BRIEFING_SECTION_MADE_FROM);
}

SbRecord *
sb_outline_set_text (const SbOutline *self,
                     const char *name,
                     SbLanguage language,
                     const char *text)
{
  const SbOutlineEntry *entry = sb_outline_find (self, name);
  SbBilingual *before;
  SbRecordBuilder *builder;
  gboolean is_left;
  SbOutlineEdit edit;

  if (entry == NULL || entry->is_lost || entry->kind == SB_TEMPLATE_BLOCK_COLUMNS)
    return NULL;

  before = sb_record_get_bilingual (entry->section, SB_BRIEFING_SECTION_TEXT);
  is_left = !is_empty (text) || !is_empty (sb_bilingual_get (before, language == SB_LANGUAGE_FR ? SB_LANGUAGE_EN : SB_LANGUAGE_FR));
  edit = _sb_outline_edit_begin (self);
  builder = open_section (&edit, name);
  set_words (builder, SB_BRIEFING_SECTION_TEXT, before, language, text);
  mark_manual (builder, is_left && entry->kind != SB_TEMPLATE_BLOCK_TEXT);
  close_section (&edit, name, builder);

  return _sb_outline_edit_end (&edit);
}

SbRecord *
sb_outline_take_over (const SbOutline *self,
                      const char *name,
                      SbBilingual *made)
{
  const SbOutlineEntry *entry = sb_outline_find (self, name);
  SbRecordBuilder *builder;
  SbOutlineEdit edit;

  if (entry == NULL || entry->is_lost || entry->kind == SB_TEMPLATE_BLOCK_TEXT || !sb_outline_can_write (entry->kind) || sb_bilingual_is_empty (made))
    return NULL;

  edit = _sb_outline_edit_begin (self);
  builder = open_section (&edit, name);
  sb_record_builder_set_bilingual (builder, SB_BRIEFING_SECTION_TEXT, made);
  sb_record_builder_set_bilingual (builder, SB_BRIEFING_SECTION_MADE_FROM, made);
  sb_record_builder_set_boolean (builder, SB_BRIEFING_SECTION_MANUAL, TRUE);
  close_section (&edit, name, builder);

  return _sb_outline_edit_end (&edit);
}

SbRecord *
sb_outline_refresh (const SbOutline *self,
                    const char *name,
                    SbBilingual *text,
                    SbBilingual *made)
{
  const SbOutlineEntry *entry = sb_outline_find (self, name);
  SbRecordBuilder *builder;
  SbOutlineEdit edit;

  if (entry == NULL || entry->state != SB_OUTLINE_BY_HAND || sb_bilingual_is_empty (text) || sb_bilingual_is_empty (made))
    return NULL;

  edit = _sb_outline_edit_begin (self);
  builder = open_section (&edit, name);
  sb_record_builder_set_bilingual (builder, SB_BRIEFING_SECTION_TEXT, text);
  sb_record_builder_set_bilingual (builder, SB_BRIEFING_SECTION_MADE_FROM, made);
  close_section (&edit, name, builder);

  return _sb_outline_edit_end (&edit);
}

SbRecord *
sb_outline_fill (const SbOutline *self,
                 const char *name)
{
  const SbOutlineEntry *entry = sb_outline_find (self, name);
  SbRecordBuilder *builder;
  SbOutlineEdit edit;

  if (entry == NULL || entry->state != SB_OUTLINE_BY_HAND)
    return NULL;

  edit = _sb_outline_edit_begin (self);
  builder = open_section (&edit, name);
  sb_record_builder_clear (builder, SB_BRIEFING_SECTION_TEXT);
  mark_manual (builder, FALSE);
  close_section (&edit, name, builder);

  return _sb_outline_edit_end (&edit);
}
