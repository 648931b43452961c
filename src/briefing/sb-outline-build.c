/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-outline-private.h"

#include "sb-block-kind-private.h"
#include "sb-briefing.h"
#include "sb-template-private.h"

#include <string.h>

/* Making the outline of a briefing: its template, with what the record changes. */

#define MAX_LEVEL 3

/* What is being put together. */
typedef struct
{
  SbOutline *outline; /* not owned */
  GHashTable *placed; /* (owned) (element-type utf8) names that have a place; not owned */
  GHashTable *problems; /* (owned) name → (owned) what is wrong with it */
  GPtrArray *added; /* (owned) (element-type utf8) names of added blocks; not owned */
} Building;

static void
copy_lines (GKeyFile *file,
            const char *group,
            GKeyFile *from)
{
  g_auto (GStrv) keys = g_key_file_get_keys (from, _SB_OUTLINE_LINES_GROUP, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_value (from, _SB_OUTLINE_LINES_GROUP, keys[i], NULL);

      /* The kind and the order of blocks are told in other ways. */
      if (g_str_equal (keys[i], "Kind") || g_str_equal (keys[i], "Blocks") || g_str_equal (keys[i], "Name"))
        continue;
      /* A line without a value takes away what the template says. */
      if (value[0] == '\0')
        g_key_file_remove_key (file, group, keys[i], NULL);
      else
        g_key_file_set_value (file, group, keys[i], value);
    }
}

static void
restore_group (SbOutline *self,
               const char *group)
{
  g_auto (GStrv) keys = g_key_file_get_keys (self->base_file, group, NULL, NULL);

  g_key_file_remove_group (self->file, group, NULL);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_value (self->base_file, group, keys[i], NULL);

      g_key_file_set_value (self->file, group, keys[i], value);
    }
}

static void
apply_settings (SbOutline *self)
{
  const char *settings = sb_record_get_text (self->briefing, SB_BRIEFING_SETTINGS);
  g_autoptr (GError) error = NULL;
  g_autoptr (GKeyFile) lines = NULL;

  if (settings == NULL)
    return;

  lines = _sb_outline_parse_lines (settings, &error);
  if (lines != NULL)
    {
      copy_lines (self->file, _SB_TEMPLATE_GROUP, lines);
      if (_sb_template_check_manner (self->file, &error))
        return;
      restore_group (self, _SB_TEMPLATE_GROUP);
    }
  self->problem = g_strdup (error->message);
}

static void
set_heading (GKeyFile *file,
             const char *group,
             SbRecord *section)
{
  SbBilingual *title = sb_record_get_bilingual (section, SB_BRIEFING_SECTION_TITLE);

  if (sb_bilingual_get (title, SB_LANGUAGE_EN) != NULL)
    g_key_file_set_string (file, group, "Heading", sb_bilingual_get (title, SB_LANGUAGE_EN));
  if (sb_bilingual_get (title, SB_LANGUAGE_FR) != NULL)
    g_key_file_set_string (file, group, "Heading[fr]", sb_bilingual_get (title, SB_LANGUAGE_FR));
}

static gboolean
is_columns (GKeyFile *file,
            const char *group)
{
  g_autofree char *kind = g_key_file_get_string (file, group, "Kind", NULL);
  SbTemplateBlockKind found;

  return kind != NULL && _sb_block_kind_find (kind, &found) && found == SB_TEMPLATE_BLOCK_COLUMNS;
}

/* Of columns only what they hold is looked at, and that is put right later. */
static gboolean
apply_keys (SbOutline *self,
            const char *name,
            SbRecord *section,
            GError **error)
{
  g_autoptr (GKeyFile) lines = _sb_outline_parse_lines (sb_record_get_text (section, SB_BRIEFING_SECTION_KEYS), error);

  if (lines == NULL)
    return FALSE;
  if (is_columns (self->file, name))
    return TRUE;

  copy_lines (self->file, name, lines);

  return _sb_template_check_block (self->file, name, error);
}

static void
apply_section (Building *self,
               SbRecord *section)
{
  SbOutline *outline = self->outline;
  const char *name = sb_record_get_text (section, SB_BRIEFING_SECTION_BLOCK);
  const char *kind = sb_record_get_text (section, SB_BRIEFING_SECTION_KIND);
  gboolean is_added;
  g_autoptr (GError) error = NULL;

  /* The first section of a block is the one that counts. */
  if (!_sb_outline_is_name (name) || _sb_outline_find_section (outline->briefing, name) != section)
    return;

  is_added = !g_key_file_has_group (outline->base_file, name);
  if (is_added && kind == NULL)
    return;
  if (is_added)
    {
      g_key_file_set_string (outline->file, name, "Kind", kind);
      g_ptr_array_add (self->added, (gpointer) name);
    }

  if ((is_added || sb_record_has (section, SB_BRIEFING_SECTION_KEYS)) && !apply_keys (outline, name, section, &error))
    {
      g_hash_table_insert (self->problems, (gpointer) name, g_strdup (error->message));
      if (!is_added)
        restore_group (outline, name);
    }
  set_heading (outline->file, name, section);
}

/* The order that the briefing gives the children of @parent; NULL when it gives none. */
static GPtrArray *
list_own (SbOutline *self,
          const char *parent)
{
  SbRecord *section = parent != NULL ? _sb_outline_find_section (self->briefing, parent) : NULL;
  const char *blocks = parent == NULL ? sb_record_get_text (self->briefing, SB_BRIEFING_BLOCKS) : NULL;
  g_autoptr (GKeyFile) lines = NULL;

  if (blocks != NULL)
    return _sb_outline_split_names (blocks);
  if (section == NULL || !sb_record_has (section, SB_BRIEFING_SECTION_KEYS))
    return NULL;

  lines = _sb_outline_parse_lines (sb_record_get_text (section, SB_BRIEFING_SECTION_KEYS), NULL);

  return lines != NULL ? _sb_outline_list_names (lines, _SB_OUTLINE_LINES_GROUP) : NULL;
}

/* Keeps those of @names that are blocks, may stand in @parent and have no place yet. */
static void
claim (Building *self,
       const char *parent,
       GPtrArray *names,
       GPtrArray *children)
{
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (!g_key_file_has_group (self->outline->file, name) || g_hash_table_contains (self->placed, name) ||
          (parent != NULL && is_columns (self->outline->file, name)) || children->len == _SB_TEMPLATE_MAX_BLOCKS)
        continue;

      g_ptr_array_add (children, g_strdup (name));
      g_hash_table_add (self->placed, g_ptr_array_index (children, children->len - 1));
    }
}

/* A block of the template that the order of the briefing does not name, because the
 * template was changed since, comes after the one that it follows there. */
static void
add_forgotten (Building *self,
               const char *parent,
               GPtrArray *children)
{
  const char *group = parent != NULL ? parent : _SB_TEMPLATE_GROUP;
  g_autoptr (GPtrArray) names = g_key_file_has_group (self->outline->base_file, group) ? _sb_outline_list_names (self->outline->base_file, group) : NULL;
  guint position = 0;

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      guint found;

      if (g_ptr_array_find_with_equal_func (children, name, g_str_equal, &found))
        position = found + 1;
      else if (!g_hash_table_contains (self->placed, name) && g_key_file_has_group (self->outline->file, name))
        {
          g_ptr_array_insert (children, (int) position, g_strdup (name));
          g_hash_table_add (self->placed, g_ptr_array_index (children, position));
          position++;
        }
    }
}

static void
store_children (SbOutline *self,
                const char *parent,
                GPtrArray *children)
{
  const char *group = parent != NULL ? parent : _SB_TEMPLATE_GROUP;

  g_key_file_set_string_list (self->file, group, "Blocks", (const char *const *) children->pdata, children->len);
}

static GPtrArray *
list_columns (SbOutline *self)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) groups = g_key_file_get_groups (self->file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    if (is_columns (self->file, groups[i]))
      g_ptr_array_add (columns, g_strdup (groups[i]));

  return columns;
}

/* What the briefing puts in its place goes before what the template does. */
static void
order_blocks (Building *self)
{
  g_autoptr (GPtrArray) parents = list_columns (self->outline);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  g_ptr_array_insert (parents, 0, NULL);
  for (guint i = 0; i < parents->len; i++)
    {
      g_autoptr (GPtrArray) own = list_own (self->outline, g_ptr_array_index (parents, i));
      GPtrArray *children = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (lists, children);
      claim (self, g_ptr_array_index (parents, i), own, children);
    }
  for (guint i = 0; i < parents->len; i++)
    add_forgotten (self, g_ptr_array_index (parents, i), g_ptr_array_index (lists, i));
  claim (self, NULL, self->added, g_ptr_array_index (lists, 0));

  for (guint i = 0; i < parents->len; i++)
    store_children (self->outline, g_ptr_array_index (parents, i), g_ptr_array_index (lists, i));
  g_hash_table_remove_all (self->placed);
}

GPtrArray *
_sb_outline_list_children (const SbOutline *self,
                           const char *parent)
{
  GPtrArray *children = _sb_outline_list_names (self->file, parent != NULL ? parent : _SB_TEMPLATE_GROUP);

  return children != NULL ? children : g_ptr_array_new_with_free_func (g_free);
}

static SbBilingual *
read_words (GKeyFile *file,
            const char *group,
            const char *key)
{
  g_autofree char *en = g_key_file_get_string (file, group, key, NULL);
  g_autofree char *fr_key = g_strdup_printf ("%s[fr]", key);
  g_autofree char *fr = g_key_file_get_string (file, group, fr_key, NULL);

  return sb_bilingual_new (fr, en);
}

/* The author's text goes before that of the template. */
static SbBilingual *
read_text (GKeyFile *file,
           const SbOutlineEntry *entry)
{
  if (sb_record_has (entry->section, SB_BRIEFING_SECTION_TEXT))
    return sb_bilingual_ref (sb_record_get_bilingual (entry->section, SB_BRIEFING_SECTION_TEXT));

  return read_words (file, entry->name, "Text");
}

/* A text that is there in one language only. */
static guint
find_missing (SbRecord *briefing,
              const SbBilingual *words)
{
  const char *languages = sb_record_get_text (briefing, SB_BRIEFING_LANGUAGES);
  guint missing = 0;

  if (sb_bilingual_is_empty (words))
    return 0;

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    if (sb_bilingual_get (words, i) == NULL && (languages == NULL || strstr (languages, sb_language_get_code (i)) != NULL))
      missing |= 1u << i;

  return missing;
}

static guint
count_comments (SbRecord *briefing,
                const char *name)
{
  guint n_comments = 0;

  for (guint i = 0; i < sb_record_get_n_items (briefing, SB_BRIEFING_COMMENTS); i++)
    {
      SbRecord *comment = sb_record_get_item (briefing, SB_BRIEFING_COMMENTS, i);

      if (!sb_record_get_boolean (comment, SB_BRIEFING_COMMENT_DONE) && g_strcmp0 (sb_record_get_text (comment, SB_BRIEFING_COMMENT_BLOCK), name) == 0)
        n_comments++;
    }

  return n_comments;
}

static SbOutlineEntry *
add_entry (SbOutline *self,
           const char *name)
{
  SbOutlineEntry *entry = g_new0 (SbOutlineEntry, 1);
  SbRecord *section = _sb_outline_find_section (self->briefing, name);

  entry->name = g_strdup (name);
  entry->level = 1;
  entry->section = section != NULL ? g_object_ref (section) : NULL;
  entry->n_comments = count_comments (self->briefing, name);
  g_ptr_array_add (self->entries, entry);

  return entry;
}

static SbOutlineState
find_state (SbTemplateBlockKind kind,
            SbRecord *section)
{
  if (kind == SB_TEMPLATE_BLOCK_TEXT)
    return SB_OUTLINE_WRITTEN;

  return sb_outline_can_write (kind) && sb_record_has (section, SB_BRIEFING_SECTION_TEXT) ? SB_OUTLINE_BY_HAND : SB_OUTLINE_FILLED;
}

static void
add_block (Building *self,
           const char *name,
           const SbOutlineEntry *parent)
{
  SbOutline *outline = self->outline;
  SbOutlineEntry *entry = add_entry (outline, name);
  g_autofree char *kind = g_key_file_get_string (outline->file, name, "Kind", NULL);
  int level = g_key_file_get_integer (outline->file, name, "Level", NULL);

  entry->is_added = !g_key_file_has_group (outline->base_file, name);
  entry->problem = g_strdup (g_hash_table_lookup (self->problems, name));
  if (kind == NULL || !_sb_block_kind_find (kind, &entry->kind))
    entry->kind = SB_TEMPLATE_BLOCK_TEXT;
  entry->level = (guint) CLAMP (level, 1, MAX_LEVEL);
  entry->heading = read_words (outline->file, name, "Heading");
  entry->parent = parent != NULL ? g_strdup (parent->name) : NULL;
  entry->depth = parent != NULL ? parent->depth + 1 : 0;
  entry->is_hidden = sb_record_get_boolean (entry->section, SB_BRIEFING_SECTION_HIDDEN) || (parent != NULL && parent->is_hidden);
  entry->state = find_state (entry->kind, entry->section);
  entry->text = read_text (outline->file, entry);
  entry->missing = find_missing (outline->briefing, entry->heading) | find_missing (outline->briefing, entry->text);

  if (entry->kind == SB_TEMPLATE_BLOCK_COLUMNS && parent == NULL)
    {
      g_autoptr (GPtrArray) children = _sb_outline_list_children (outline, name);

      for (guint i = 0; i < children->len; i++)
        add_block (self, g_ptr_array_index (children, i), entry);
    }
}

static gboolean
has_entry (const SbOutline *self,
           const char *name)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (g_str_equal (((SbOutlineEntry *) g_ptr_array_index (self->entries, i))->name, name))
      return TRUE;

  return FALSE;
}

/* Texts for blocks that are not there: of another template, or of one that was changed. */
static void
add_lost (SbOutline *self)
{
  for (guint i = 0; i < sb_record_get_n_items (self->briefing, SB_BRIEFING_SECTIONS); i++)
    {
      SbRecord *section = sb_record_get_item (self->briefing, SB_BRIEFING_SECTIONS, i);
      const char *name = sb_record_get_text (section, SB_BRIEFING_SECTION_BLOCK);
      SbOutlineEntry *entry;

      if (name == NULL || has_entry (self, name))
        continue;
      if (!sb_record_has (section, SB_BRIEFING_SECTION_TEXT) && !sb_record_has (section, SB_BRIEFING_SECTION_TITLE))
        continue;

      entry = add_entry (self, name);
      entry->kind = SB_TEMPLATE_BLOCK_TEXT;
      entry->state = SB_OUTLINE_WRITTEN;
      entry->is_lost = TRUE;
      if (sb_record_has (section, SB_BRIEFING_SECTION_TEXT))
        entry->text = sb_bilingual_ref (sb_record_get_bilingual (section, SB_BRIEFING_SECTION_TEXT));
      if (sb_record_has (section, SB_BRIEFING_SECTION_TITLE))
        entry->heading = sb_bilingual_ref (sb_record_get_bilingual (section, SB_BRIEFING_SECTION_TITLE));
    }
}

static gboolean
prints (const SbOutline *self,
        const SbOutlineEntry *entry)
{
  return !entry->is_hidden && !entry->is_lost && !(entry->is_added && entry->problem != NULL);
}

/* Sets the blocks of @parent that print, or takes the key away when there are none. */
static guint
keep_printed (const SbOutline *self,
              GKeyFile *file,
              const char *parent)
{
  const char *group = parent != NULL ? parent : _SB_TEMPLATE_GROUP;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      const SbOutlineEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_strcmp0 (entry->parent, parent) != 0 || !prints (self, entry))
        continue;
      if (entry->kind != SB_TEMPLATE_BLOCK_COLUMNS || keep_printed (self, file, entry->name) > 0)
        g_ptr_array_add (names, entry->name);
    }
  if (names->len > 0)
    g_key_file_set_string_list (file, group, "Blocks", (const char *const *) names->pdata, names->len);
  else
    g_key_file_remove_key (file, group, "Blocks", NULL);

  return names->len;
}

static void
make_template (SbOutline *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  text = g_key_file_to_data (self->file, &length, NULL);
  if (g_key_file_load_from_data (file, text, length, G_KEY_FILE_KEEP_TRANSLATIONS, &error))
    {
      keep_printed (self, file, NULL);
      self->template = _sb_template_new_from_key_file (file, &error);
    }
  if (self->template != NULL)
    return;

  g_free (self->problem);
  self->problem = g_strdup (error->message);
  self->template = sb_template_ref (self->base);
}

void
_sb_outline_build (SbOutline *self)
{
  g_autoptr (GHashTable) placed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) problems = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GPtrArray) added = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = NULL;
  Building building = { self, placed, problems, added };

  apply_settings (self);
  for (guint i = 0; i < sb_record_get_n_items (self->briefing, SB_BRIEFING_SECTIONS); i++)
    apply_section (&building, sb_record_get_item (self->briefing, SB_BRIEFING_SECTIONS, i));
  order_blocks (&building);
  names = _sb_outline_list_children (self, NULL);
  for (guint i = 0; i < names->len; i++)
    add_block (&building, g_ptr_array_index (names, i), NULL);
  add_lost (self);
  make_template (self);
}
