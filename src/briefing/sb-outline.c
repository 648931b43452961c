/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-outline.h"

#include "sb-briefing.h"
#include "sb-outline-private.h"
#include "sb-template-private.h"
#include "sb-text-citation.h"

G_DEFINE_BOXED_TYPE (SbOutline, sb_outline, sb_outline_ref, sb_outline_unref)

static void
entry_free (gpointer data)
{
  SbOutlineEntry *entry = data;

  g_free (entry->name);
  g_free (entry->parent);
  g_free (entry->problem);
  g_clear_pointer (&entry->heading, sb_bilingual_unref);
  g_clear_pointer (&entry->text, sb_bilingual_unref);
  g_clear_object (&entry->section);
  g_free (entry);
}

SbOutline *
sb_outline_new (SbTemplate *template,
                SbRecord *briefing)
{
  SbOutline *self;

  g_return_val_if_fail (template != NULL, NULL);
  g_return_val_if_fail (sb_record_get_kind (briefing) == SB_KIND_BRIEFING, NULL);

  self = g_new0 (SbOutline, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->base = sb_template_ref (template);
  self->briefing = g_object_ref (briefing);
  self->base_file = _sb_template_dup_key_file (template);
  self->file = _sb_template_dup_key_file (template);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  _sb_outline_build (self);

  return self;
}

SbOutline *
sb_outline_ref (SbOutline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sb_outline_unref (SbOutline *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  sb_template_unref (self->base);
  sb_template_unref (self->template);
  g_object_unref (self->briefing);
  g_key_file_unref (self->base_file);
  g_key_file_unref (self->file);
  g_ptr_array_unref (self->entries);
  g_free (self->problem);
  g_free (self);
}

SbRecord *
sb_outline_get_briefing (const SbOutline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->briefing;
}

SbTemplate *
sb_outline_get_template (const SbOutline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->template;
}

SbTemplate *
_sb_outline_get_base (const SbOutline *self)
{
  return self->base;
}

const char *
sb_outline_get_problem (const SbOutline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->problem;
}

guint
sb_outline_get_n_entries (const SbOutline *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

const SbOutlineEntry *
sb_outline_get_entry (const SbOutline *self,
                      guint position)
{
  g_return_val_if_fail (self != NULL && position < self->entries->len, NULL);

  return g_ptr_array_index (self->entries, position);
}

const SbOutlineEntry *
sb_outline_find (const SbOutline *self,
                 const char *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; name != NULL && i < self->entries->len; i++)
    {
      const SbOutlineEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_str_equal (entry->name, name))
        return entry;
    }

  return NULL;
}

gboolean
sb_outline_can_write (SbTemplateBlockKind kind)
{
  return kind != SB_TEMPLATE_BLOCK_MASTHEAD && kind != SB_TEMPLATE_BLOCK_COVER && kind != SB_TEMPLATE_BLOCK_BACK && kind != SB_TEMPLATE_BLOCK_COLUMNS;
}

const char *
sb_outline_get_text (const SbOutline *self,
                     const char *name,
                     SbLanguage language)
{
  const SbOutlineEntry *entry = sb_outline_find (self, name);

  return entry != NULL ? sb_bilingual_get (entry->text, language) : NULL;
}

GPtrArray *
sb_outline_list_citations (const SbOutline *self)
{
  GPtrArray *uuids = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, uuids);

  for (guint i = 0; i < self->entries->len; i++)
    for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
      sb_text_citation_collect (sb_bilingual_get (((SbOutlineEntry *) g_ptr_array_index (self->entries, i))->text, language), uuids);

  return uuids;
}

char *
sb_outline_dup_key (const SbOutline *self,
                    const char *name,
                    const char *key)
{
  g_return_val_if_fail (self != NULL && name != NULL && key != NULL, NULL);

  return g_key_file_get_string (self->file, name, key, NULL);
}

char *
sb_outline_dup_setting (const SbOutline *self,
                        const char *key)
{
  return sb_outline_dup_key (self, _SB_TEMPLATE_GROUP, key);
}

char *
sb_outline_dup_free_name (const SbOutline *self,
                          SbTemplateBlockKind kind)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup (sb_template_get_block_name (kind)) : g_strdup_printf ("%s-%u", sb_template_get_block_name (kind), i);

      if (!g_key_file_has_group (self->file, name) && _sb_outline_find_section (self->briefing, name) == NULL)
        return g_steal_pointer (&name);
    }
}
