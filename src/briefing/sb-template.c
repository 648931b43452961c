/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-template.h"

#include "sb-briefing-error.h"
#include "sb-template-block-private.h"
#include "sb-template-keys-private.h"
#include "sb-template-line-private.h"
#include "sb-template-private.h"
#include "sb-template-resources.h"

#include <string.h>

#define RESOURCE_PATH  "/org/example/SahelBrief/templates/"
#define TEMPLATE_GROUP _SB_TEMPLATE_GROUP

#define PLACE_KEY "Place"
#define ACTOR_KEY "Actor"

/* A template is written by hand: what is larger is not one. */
#define MAX_BYTES (256 * 1024)
#define MAX_PAGES 200

struct _SbTemplate
{
  gatomicrefcount ref_count;
  char *name; /* (owned) */
  SbBilingual *words[SB_N_TEMPLATE_WORDS]; /* (owned) */
  char *place; /* (owned) (nullable) as it is written there */
  char *actor; /* (owned) (nullable) */
  guint max_pages;
  SbPageLayoutId layout;
  SbTemplateNotes notes;
  SbTemplateSpan span;
  gboolean is_numbered;
  gboolean has_parts;
  gboolean is_duplex;
  gboolean has_grades;
  gboolean has_addresses;
  GPtrArray *blocks; /* (owned) (element-type SbTemplateBlock) */
  GBytes *bytes; /* (owned) (nullable) the file that it was read from */
};

G_DEFINE_BOXED_TYPE (SbTemplate, sb_template, sb_template_ref, sb_template_unref)

static const SbTerm notes_terms[] = {
  { SB_TEMPLATE_NOTES_END, "end", NULL },
  { SB_TEMPLATE_NOTES_FOOT, "foot", NULL },
};

static const SbTerm span_terms[] = {
  { SB_TEMPLATE_SPAN_WEEK, "week", NULL },
  { SB_TEMPLATE_SPAN_MONTH, "month", NULL },
  { SB_TEMPLATE_SPAN_DOSSIER, "dossier", NULL },
};

static const SbTerm layout_terms[] = {
  { SB_PAGE_LAYOUT_SHEET, "sheet", NULL },
  { SB_PAGE_LAYOUT_PAPER, "paper", NULL },
  { SB_PAGE_LAYOUT_BOOK, "book", NULL },
};

static const SbVocabulary notes_places = SB_VOCABULARY (notes_terms);
static const SbVocabulary spans = SB_VOCABULARY (span_terms);
static const SbVocabulary layouts = SB_VOCABULARY (layout_terms);

/* The keys of words, in the order of SbTemplateWords. */
static const char *const word_keys[SB_N_TEMPLATE_WORDS] = {
  "Title", "Product", "Series", "Theme", "Label", "Contacts", "Author", "Institution", "Marking", "Distribution"
};

static gboolean
read_manner (GKeyFile *file,
             SbTemplate *self,
             GError **error)
{
  int layout, notes, span;

  if (!_sb_template_read_number (file, TEMPLATE_GROUP, "Pages", 0, MAX_PAGES, &self->max_pages, error) ||
      !_sb_template_read_term (file, TEMPLATE_GROUP, "Layout", &layouts, SB_PAGE_LAYOUT_SHEET, &layout, error) ||
      !_sb_template_read_term (file, TEMPLATE_GROUP, "Notes", &notes_places, SB_TEMPLATE_NOTES_END, &notes, error) ||
      !_sb_template_read_term (file, TEMPLATE_GROUP, "Span", &spans, SB_TEMPLATE_SPAN_WEEK, &span, error) ||
      !_sb_template_read_term (file, TEMPLATE_GROUP, "Numbered", &_sb_template_answers, FALSE, &self->is_numbered, error) ||
      !_sb_template_read_term (file, TEMPLATE_GROUP, "Parts", &_sb_template_answers, FALSE, &self->has_parts, error) ||
      !_sb_template_read_term (file, TEMPLATE_GROUP, "Grades", &_sb_template_answers, FALSE, &self->has_grades, error) ||
      !_sb_template_read_term (file, TEMPLATE_GROUP, "Addresses", &_sb_template_answers, FALSE, &self->has_addresses, error) ||
      !_sb_template_read_term (file, TEMPLATE_GROUP, "Duplex", &_sb_template_answers, FALSE, &self->is_duplex, error))
    return FALSE;

  self->layout = (SbPageLayoutId) layout;
  self->notes = (SbTemplateNotes) notes;
  self->span = (SbTemplateSpan) span;
  self->place = g_key_file_get_string (file, TEMPLATE_GROUP, PLACE_KEY, NULL);
  self->actor = g_key_file_get_string (file, TEMPLATE_GROUP, ACTOR_KEY, NULL);
  for (guint i = 0; i < SB_N_TEMPLATE_WORDS; i++)
    self->words[i] = _sb_template_read_bilingual (file, TEMPLATE_GROUP, word_keys[i]);

  return TRUE;
}

static gboolean
read_template (SbTemplate *self,
               GKeyFile *file,
               GError **error)
{
  self->name = g_key_file_get_string (file, TEMPLATE_GROUP, "Name", NULL);
  if (self->name == NULL)
    {
      _sb_template_set_error (error, TEMPLATE_GROUP, "Name", NULL);
      return FALSE;
    }
  if (!read_manner (file, self, error))
    return FALSE;

  self->blocks = _sb_template_block_read_all (file, TEMPLATE_GROUP, 1, error);
  return self->blocks != NULL;
}

SbTemplate *
sb_template_new_from_bytes (GBytes *bytes,
                            GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (SbTemplate) self = g_new0 (SbTemplate, 1);
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  if (g_bytes_get_size (bytes) > MAX_BYTES)
    {
      g_set_error (error, SB_BRIEFING_ERROR, SB_BRIEFING_ERROR_TEMPLATE, "The file is too large for a template");
      return NULL;
    }
  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, &local))
    {
      g_set_error (error, SB_BRIEFING_ERROR, SB_BRIEFING_ERROR_TEMPLATE, "%s", local->message);
      return NULL;
    }

  g_clear_error (&local);
  if (!read_template (self, file, &local))
    {
      _sb_template_add_line (local, bytes);
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  self->bytes = g_bytes_ref (bytes);

  return g_steal_pointer (&self);
}

GKeyFile *
_sb_template_dup_key_file (const SbTemplate *self)
{
  GKeyFile *file = g_key_file_new ();

  if (self->bytes != NULL)
    g_key_file_load_from_bytes (file, self->bytes, G_KEY_FILE_KEEP_TRANSLATIONS, NULL);

  return file;
}

gboolean
_sb_template_check_block (GKeyFile *file,
                          const char *name,
                          GError **error)
{
  SbTemplateBlock *block = _sb_template_block_read (file, name, 1, error);

  if (block == NULL)
    return FALSE;

  _sb_template_block_free (block);
  return TRUE;
}

gboolean
_sb_template_check_manner (GKeyFile *file,
                           GError **error)
{
  g_autoptr (SbTemplate) probe = g_new0 (SbTemplate, 1);

  g_atomic_ref_count_init (&probe->ref_count);

  return read_manner (file, probe, error);
}

SbTemplate *
_sb_template_new_from_key_file (GKeyFile *file,
                                GError **error)
{
  g_autoptr (SbTemplate) self = g_new0 (SbTemplate, 1);
  g_autofree char *text = NULL;
  gsize length;

  g_atomic_ref_count_init (&self->ref_count);
  if (g_key_file_has_key (file, TEMPLATE_GROUP, "Blocks", NULL))
    {
      if (!read_template (self, file, error))
        return NULL;
    }
  else if (!read_manner (file, self, error))
    return NULL;
  else
    {
      self->name = g_key_file_get_string (file, TEMPLATE_GROUP, "Name", NULL);
      self->blocks = g_ptr_array_new_with_free_func (_sb_template_block_free);
    }

  text = g_key_file_to_data (file, &length, NULL);
  self->bytes = g_bytes_new_take (g_steal_pointer (&text), length);

  return g_steal_pointer (&self);
}

SbTemplate *
sb_template_new (const char *name,
                 GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  path = g_strdup_printf (RESOURCE_PATH "%s.template", name);
  bytes = g_resource_lookup_data (sb_template_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    {
      g_set_error (error, SB_BRIEFING_ERROR, SB_BRIEFING_ERROR_NO_TEMPLATE, "There is no template “%s”", name);
      return NULL;
    }

  return sb_template_new_from_bytes (bytes, error);
}

SbTemplate *
sb_template_new_from_file (const char *path,
                           GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;

  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  return sb_template_new_from_bytes (bytes, error);
}

SbTemplate *
sb_template_ref (SbTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sb_template_unref (SbTemplate *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->name);
  g_free (self->place);
  g_free (self->actor);
  for (guint i = 0; i < SB_N_TEMPLATE_WORDS; i++)
    g_clear_pointer (&self->words[i], sb_bilingual_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

const char *
sb_template_get_name (const SbTemplate *self)
{
  return self->name;
}

const char *
sb_template_get_title (const SbTemplate *self,
                       SbLanguage language)
{
  return sb_template_get_words (self, SB_TEMPLATE_WORDS_TITLE, language);
}

const char *
sb_template_get_product (const SbTemplate *self,
                         SbLanguage language)
{
  return sb_template_get_words (self, SB_TEMPLATE_WORDS_PRODUCT, language);
}

const char *
sb_template_get_words (const SbTemplate *self,
                       SbTemplateWords words,
                       SbLanguage language)
{
  g_return_val_if_fail (self != NULL && words < SB_N_TEMPLATE_WORDS, "");

  return sb_bilingual_get_any (self->words[words], language);
}

SbPageLayoutId
sb_template_get_layout (const SbTemplate *self)
{
  return self->layout;
}

SbTemplateNotes
sb_template_get_notes (const SbTemplate *self)
{
  return self->notes;
}

SbTemplateSpan
sb_template_get_span (const SbTemplate *self)
{
  return self->span;
}

gboolean
sb_template_is_numbered (const SbTemplate *self)
{
  return self->is_numbered;
}

gboolean
sb_template_has_parts (const SbTemplate *self)
{
  return self->has_parts;
}

GBytes *
_sb_template_get_bytes (const SbTemplate *self)
{
  return self->bytes;
}

gboolean
sb_template_has_grades (const SbTemplate *self)
{
  return self->has_grades;
}

gboolean
sb_template_has_addresses (const SbTemplate *self)
{
  return self->has_addresses;
}

gboolean
sb_template_is_duplex (const SbTemplate *self)
{
  return self->is_duplex;
}

const char *
sb_template_get_subject (const SbTemplate *self,
                         SbKind kind)
{
  const char *subject = kind == SB_KIND_ACTOR ? self->actor : self->place;

  g_return_val_if_fail (kind == SB_KIND_PLACE || kind == SB_KIND_ACTOR, NULL);

  return subject != NULL && subject[0] != '\0' ? subject : NULL;
}

const char *
sb_template_get_subject_key (SbKind kind)
{
  return kind == SB_KIND_ACTOR ? ACTOR_KEY : PLACE_KEY;
}

static gboolean
is_block_about (const SbTemplateBlock *block,
                SbKind kind)
{
  if (kind == SB_KIND_PLACE)
    return block->kind == SB_TEMPLATE_BLOCK_REGION || block->filter == SB_TEMPLATE_FILTER_PLACE;

  return block->kind == SB_TEMPLATE_BLOCK_ACTOR || block->kind == SB_TEMPLATE_BLOCK_RELATIONS ||
         block->filter == SB_TEMPLATE_FILTER_ACTOR || g_strcmp0 (block->chart.focus, SB_TEMPLATE_FOCUS_OF_BRIEFING) == 0;
}

static gboolean
is_about (GPtrArray *blocks,
          SbKind kind)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const SbTemplateBlock *block = g_ptr_array_index (blocks, i);

      if (is_block_about (block, kind) || (block->blocks != NULL && is_about (block->blocks, kind)))
        return TRUE;
    }

  return FALSE;
}

gboolean
sb_template_has_subject (const SbTemplate *self,
                         SbKind kind)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return is_about (self->blocks, kind);
}

guint
sb_template_get_max_pages (const SbTemplate *self)
{
  return self->max_pages;
}

guint
sb_template_get_n_blocks (const SbTemplate *self)
{
  return self->blocks->len;
}

const SbTemplateBlock *
sb_template_get_block (const SbTemplate *self,
                       guint position)
{
  g_return_val_if_fail (position < self->blocks->len, NULL);

  return g_ptr_array_index (self->blocks, position);
}

const char *const *
sb_template_list (void)
{
  static const char *const names[] = { "situation", "letter", "article", "note", "press", "chronology", "actor", "delta", "roads", "days", NULL };

  return names;
}

static void
append_moments (GArray *moments,
                GPtrArray *blocks,
                const SbBriefingInput *input)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const SbTemplateBlock *block = g_ptr_array_index (blocks, i);
      g_autoptr (GArray) several = sb_template_frame_list_moments (&block->frame, input);

      if (block->frame.n_dates > 0)
        g_array_append_vals (moments, several->data, several->len);
      else if (sb_template_frame_has_moment (&block->frame))
        {
          SbBriefingMoment moment = sb_template_frame_get_moment (&block->frame, input);

          g_array_append_val (moments, moment);
        }
      if (block->blocks != NULL)
        append_moments (moments, block->blocks, input);
    }
}

GArray *
sb_template_list_moments (const SbTemplate *self,
                          const SbBriefingInput *input)
{
  GArray *moments = g_array_new (FALSE, FALSE, sizeof (SbBriefingMoment));

  append_moments (moments, self->blocks, input);

  return moments;
}
