/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-template.h"

#include "sb-block-kind-private.h"
#include "sb-briefing-error.h"
#include "sb-judgement.h"
#include "sb-recommendation.h"
#include "sb-template-line-private.h"
#include "sb-template-private.h"
#include "sb-template-resources.h"

#include <string.h>

#define RESOURCE_PATH  "/org/example/SahelBrief/templates/"
#define TEMPLATE_GROUP _SB_TEMPLATE_GROUP

/* A template is written by hand: what is larger is not one. */
#define MAX_BYTES  (256 * 1024)
#define MAX_BLOCKS _SB_TEMPLATE_MAX_BLOCKS
#define MAX_PAGES  200
#define MAX_ITEMS  1000
#define MAX_HEIGHT 1000

/* Columns may not hold columns. */
#define MAX_DEPTH 2

struct _SbTemplate
{
  gatomicrefcount ref_count;
  char *name; /* (owned) */
  SbBilingual *words[SB_N_TEMPLATE_WORDS]; /* (owned) */
  guint max_pages;
  SbPageLayoutId layout;
  SbTemplateNotes notes;
  SbTemplateSpan span;
  gboolean is_numbered;
  gboolean is_duplex;
  gboolean has_grades;
  GPtrArray *blocks; /* (owned) (element-type SbTemplateBlock) */
  GBytes *bytes; /* (owned) (nullable) the file that it was read from */
};

G_DEFINE_BOXED_TYPE (SbTemplate, sb_template, sb_template_ref, sb_template_unref)

static const SbTerm order_terms[] = {
  { SB_TEMPLATE_ORDER_KEY_FIRST, "key-first", NULL },
  { SB_TEMPLATE_ORDER_OLDEST_FIRST, "oldest-first", NULL },
};

static const SbTerm filter_terms[] = {
  { SB_TEMPLATE_FILTER_DISPUTED, "disputed", NULL },
  { SB_TEMPLATE_FILTER_KEY, "key", NULL },
  { SB_TEMPLATE_FILTER_GRADED, "graded", NULL },
  { SB_TEMPLATE_FILTER_FREE, "free", NULL },
  { SB_TEMPLATE_FILTER_ABROAD, "abroad", NULL },
  { SB_TEMPLATE_FILTER_PLACE, "place", NULL },
  { SB_TEMPLATE_FILTER_ACTOR, "actor", NULL },
};

static const SbTerm form_terms[] = {
  { SB_TEMPLATE_FORM_LIST, "list", NULL },
  { SB_TEMPLATE_FORM_PROSE, "prose", NULL },
  { SB_TEMPLATE_FORM_RUN_IN, "run-in", NULL },
};

static const SbTerm answer_terms[] = {
  { FALSE, "no", NULL },
  { TRUE, "yes", NULL },
};

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

static const SbVocabulary filters = SB_VOCABULARY (filter_terms);
static const SbVocabulary forms = SB_VOCABULARY (form_terms);
static const SbVocabulary answers = SB_VOCABULARY (answer_terms);
static const SbVocabulary notes_places = SB_VOCABULARY (notes_terms);
static const SbVocabulary spans = SB_VOCABULARY (span_terms);
static const SbVocabulary layouts = SB_VOCABULARY (layout_terms);
static const SbVocabulary orders = SB_VOCABULARY (order_terms);

/* The keys of words, in the order of SbTemplateWords. */
static const char *const word_keys[SB_N_TEMPLATE_WORDS] = {
  "Title", "Product", "Series", "Theme", "Label", "Contacts", "Author", "Institution", "Marking", "Distribution"
};

static GPtrArray *read_blocks (GKeyFile *file,
                               const char *group,
                               guint depth,
                               GError **error);

static void
block_free (gpointer data)
{
  SbTemplateBlock *block = data;

  g_free (block->name);
  g_strfreev (block->ways);
  g_strfreev (block->places);
  sb_template_frame_clear (&block->frame);
  sb_template_chart_clear (&block->chart);
  g_clear_pointer (&block->heading, sb_bilingual_unref);
  g_clear_pointer (&block->text, sb_bilingual_unref);
  g_clear_pointer (&block->blocks, g_ptr_array_unref);
  g_free (block);
}

/* What is wrong, in no language: the key with its value, or a question mark where
 * there is none. */
static void
set_error (GError **error,
           const char *group,
           const char *key,
           const char *value)
{
  if (value != NULL)
    g_set_error (error, SB_BRIEFING_ERROR, SB_BRIEFING_ERROR_TEMPLATE, "[%s] %s: “%s”", group, key, value);
  else
    g_set_error (error, SB_BRIEFING_ERROR, SB_BRIEFING_ERROR_TEMPLATE, "[%s] %s: ?", group, key);
}

static SbBilingual *
read_bilingual (GKeyFile *file,
                const char *group,
                const char *key)
{
  g_autofree char *en = g_key_file_get_string (file, group, key, NULL);
  g_autofree char *fr_key = g_strdup_printf ("%s[fr]", key);
  g_autofree char *fr = g_key_file_get_string (file, group, fr_key, NULL);

  return sb_bilingual_new (fr, en);
}

/* A whole number from 0 to @most; @fallback when the key is not there. */
static gboolean
read_number (GKeyFile *file,
             const char *group,
             const char *key,
             guint fallback,
             guint most,
             guint *number,
             GError **error)
{
  g_autofree char *text = g_key_file_get_string (file, group, key, NULL);
  guint64 value = fallback;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 0, most, &value, NULL))
    {
      set_error (error, group, key, text);
      return FALSE;
    }
  *number = (guint) value;

  return TRUE;
}

/* The value of a term; @fallback when the key is not there. */
static gboolean
read_term (GKeyFile *file,
           const char *group,
           const char *key,
           const SbVocabulary *vocabulary,
           int fallback,
           int *value,
           GError **error)
{
  g_autofree char *name = g_key_file_get_string (file, group, key, NULL);
  const SbTerm *term = name != NULL ? sb_vocabulary_find_name (vocabulary, name) : NULL;

  if (name != NULL && term == NULL)
    {
      set_error (error, group, key, name);
      return FALSE;
    }
  *value = term != NULL ? term->value : fallback;

  return TRUE;
}

static gboolean
read_records (GKeyFile *file,
              SbTemplateBlock *block,
              GError **error)
{
  g_auto (GStrv) names = g_key_file_get_string_list (file, block->name, "Records", NULL, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      SbKind kind = sb_kind_parse (names[i]);

      if (!_sb_block_kind_takes (block->kind, kind) || block->n_records == SB_TEMPLATE_MAX_KINDS)
        {
          set_error (error, block->name, "Records", names[i]);
          return FALSE;
        }
      block->records[block->n_records++] = kind;
    }

  if (block->n_records == 0)
    {
      set_error (error, block->name, "Records", NULL);
      return FALSE;
    }

  return TRUE;
}

/* Each is two places, "sn-dakar>ml-bamako". */
static gboolean
read_ways (GKeyFile *file,
           SbTemplateBlock *block,
           GError **error)
{
  block->ways = g_key_file_get_string_list (file, block->name, "Ways", NULL, NULL);
  for (guint i = 0; block->ways != NULL && block->ways[i] != NULL; i++)
    {
      const char *mark = strchr (block->ways[i], '>');

      if (mark == NULL || mark == block->ways[i] || mark[1] == '\0')
        {
          set_error (error, block->name, "Ways", block->ways[i]);
          return FALSE;
        }
    }

  return TRUE;
}

/* What the block keeps to; maps side by side are of days that somebody must name. */
static gboolean
read_frame (GKeyFile *file,
            SbTemplateBlock *block,
            GError **error)
{
  const char *key = NULL;
  g_autofree char *wrong = sb_template_frame_read (&block->frame, file, block->name, &key);

  if (wrong == NULL)
    wrong = sb_template_chart_read (&block->chart, file, block->name, &key);
  if (wrong != NULL)
    set_error (error, block->name, key, wrong);
  else if (block->kind == SB_TEMPLATE_BLOCK_MAPS && block->frame.n_dates == 0)
    set_error (error, block->name, "Dates", NULL);
  else
    {
      block->places = g_key_file_get_string_list (file, block->name, "Places", NULL, NULL);
      return TRUE;
    }

  return FALSE;
}

static gboolean
read_settings (GKeyFile *file,
               SbTemplateBlock *block,
               GError **error)
{
  guint height, least_height;
  int order, filter, form;

  if (!read_number (file, block->name, "Level", 1, 3, &block->level, error) ||
      !read_number (file, block->name, "Least", 0, MAX_ITEMS, &block->least, error) ||
      !read_number (file, block->name, "Most", MAX_ITEMS, MAX_ITEMS, &block->most, error) ||
      !read_number (file, block->name, "Height", 260, MAX_HEIGHT, &height, error) ||
      !read_number (file, block->name, "LeastHeight", height, MAX_HEIGHT, &least_height, error) ||
      !read_term (file, block->name, "Topic", &sb_judgement_topic_vocabulary, -1, &block->topic, error) ||
      !read_term (file, block->name, "Audience", &sb_recommendation_audience_vocabulary, -1, &block->audience, error) ||
      !read_term (file, block->name, "Only", &filters, SB_TEMPLATE_FILTER_NONE, &filter, error) ||
      !read_term (file, block->name, "Form", &forms, SB_TEMPLATE_FORM_LIST, &form, error) ||
      !read_term (file, block->name, "Unnumbered", &answers, FALSE, &block->is_unnumbered, error) ||
      !read_term (file, block->name, "Order", &orders, SB_TEMPLATE_ORDER_KEY_FIRST, &order, error))
    return FALSE;

  block->order = (SbTemplateOrder) order;
  block->filter = (SbTemplateFilter) filter;
  block->form = (SbTemplateForm) form;
  block->height = height;
  block->least_height = least_height;
  block->heading = read_bilingual (file, block->name, "Heading");
  block->text = read_bilingual (file, block->name, "Text");

  return read_ways (file, block, error) && read_frame (file, block, error);
}

/* A key that a kind of block does not read is a mistake, and told. */
static gboolean
check_keys (GKeyFile *file,
            const SbTemplateBlock *block,
            GError **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, block->name, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *key = g_strndup (keys[i], strcspn (keys[i], "["));

      if (!_sb_block_kind_reads (block->kind, key))
        {
          g_set_error (error, SB_BRIEFING_ERROR, SB_BRIEFING_ERROR_TEMPLATE, "[%s] %s (Kind=%s)", block->name, key, _sb_block_kind_get (block->kind)->name);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_kind (GKeyFile *file,
           SbTemplateBlock *block,
           GError **error)
{
  g_autofree char *name = g_key_file_get_string (file, block->name, "Kind", NULL);

  if (name != NULL && _sb_block_kind_find (name, &block->kind))
    return TRUE;

  set_error (error, block->name, "Kind", name);
  return FALSE;
}

static SbTemplateBlock *
read_block (GKeyFile *file,
            const char *name,
            guint depth,
            GError **error)
{
  SbTemplateBlock *block = g_new0 (SbTemplateBlock, 1);
  gboolean ok;

  block->name = g_strdup (name);
  ok = read_kind (file, block, error) && check_keys (file, block, error) && read_settings (file, block, error);
  if (ok && _sb_block_kind_reads (block->kind, "Records"))
    ok = read_records (file, block, error);
  if (ok && _sb_block_kind_get (block->kind)->fill != SB_KIND_NONE)
    block->records[block->n_records++] = _sb_block_kind_get (block->kind)->fill;
  if (ok && block->kind == SB_TEMPLATE_BLOCK_COLUMNS)
    ok = (block->blocks = read_blocks (file, name, depth + 1, error)) != NULL;

  if (!ok)
    g_clear_pointer (&block, block_free);

  return block;
}

static GPtrArray *
read_blocks (GKeyFile *file,
             const char *group,
             guint depth,
             GError **error)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (block_free);
  g_auto (GStrv) names = g_key_file_get_string_list (file, group, "Blocks", NULL, NULL);

  if (names == NULL || names[0] == NULL || depth > MAX_DEPTH || g_strv_length (names) > MAX_BLOCKS)
    {
      set_error (error, group, "Blocks", depth > MAX_DEPTH ? "columns" : NULL);
      return NULL;
    }

  for (guint i = 0; names[i] != NULL; i++)
    {
      SbTemplateBlock *block = read_block (file, names[i], depth, error);

      if (block == NULL)
        return NULL;
      g_ptr_array_add (blocks, block);
    }

  return g_steal_pointer (&blocks);
}

static gboolean
read_manner (GKeyFile *file,
             SbTemplate *self,
             GError **error)
{
  int layout, notes, span;

  if (!read_number (file, TEMPLATE_GROUP, "Pages", 0, MAX_PAGES, &self->max_pages, error) ||
      !read_term (file, TEMPLATE_GROUP, "Layout", &layouts, SB_PAGE_LAYOUT_SHEET, &layout, error) ||
      !read_term (file, TEMPLATE_GROUP, "Notes", &notes_places, SB_TEMPLATE_NOTES_END, &notes, error) ||
      !read_term (file, TEMPLATE_GROUP, "Span", &spans, SB_TEMPLATE_SPAN_WEEK, &span, error) ||
      !read_term (file, TEMPLATE_GROUP, "Numbered", &answers, FALSE, &self->is_numbered, error) ||
      !read_term (file, TEMPLATE_GROUP, "Grades", &answers, FALSE, &self->has_grades, error) ||
      !read_term (file, TEMPLATE_GROUP, "Duplex", &answers, FALSE, &self->is_duplex, error))
    return FALSE;

  self->layout = (SbPageLayoutId) layout;
  self->notes = (SbTemplateNotes) notes;
  self->span = (SbTemplateSpan) span;
  for (guint i = 0; i < SB_N_TEMPLATE_WORDS; i++)
    self->words[i] = read_bilingual (file, TEMPLATE_GROUP, word_keys[i]);

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
      set_error (error, TEMPLATE_GROUP, "Name", NULL);
      return FALSE;
    }
  if (!read_manner (file, self, error))
    return FALSE;

  self->blocks = read_blocks (file, TEMPLATE_GROUP, 1, error);
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
  SbTemplateBlock *block = read_block (file, name, 1, error);

  if (block == NULL)
    return FALSE;

  block_free (block);
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
      self->blocks = g_ptr_array_new_with_free_func (block_free);
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
sb_template_has_grades (const SbTemplate *self)
{
  return self->has_grades;
}

gboolean
sb_template_is_duplex (const SbTemplate *self)
{
  return self->is_duplex;
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
