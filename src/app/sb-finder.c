/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-finder.h"

#include "sb-date-format.h"
#include "sb-error-text.h"
#include "sb-find-commands.h"
#include "sb-find-ground.h"
#include "sb-find-item.h"
#include "sb-search.h"
#include "sb-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* How many of a heading are shown: what more there is, is a search of its own. */
#define MAX_OF_SECTION 6

/* Milliseconds until it is looked again while records wait for the index. */
#define INDEX_WAIT_MS 400

struct _SbFinder
{
  GObject parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  GPtrArray *items; /* (owned) (element-type SbFindItem) */
  char *text; /* (owned) that is looked for */
  GCancellable *cancellable; /* (owned) (nullable) of the search under way */
  guint again_source; /* looks again, when not all was indexed */
  char *message; /* (owned) (nullable) */
};

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_MESSAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What the worker finds. */
typedef struct
{
  GPtrArray *items; /* (owned) (element-type SbFindItem) one heading after the other */
  gint64 n_unindexed;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_ptr_array_unref (answer->items);
  g_free (answer);
}

static guint
sb_finder_get_n_items (GListModel *model)
{
  return SB_FINDER (model)->items->len;
}

static gpointer
sb_finder_get_item (GListModel *model,
                    guint position)
{
  SbFinder *self = SB_FINDER (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static GType
sb_finder_get_item_type (GListModel *model)
{
  return SB_TYPE_FIND_ITEM;
}

static void
implement_list_model (GListModelInterface *iface)
{
  iface->get_item_type = sb_finder_get_item_type;
  iface->get_n_items = sb_finder_get_n_items;
  iface->get_item = sb_finder_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SbFinder, sb_finder, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, implement_list_model))

static void
set_message (SbFinder *self,
             const char *message)
{
  if (g_strcmp0 (self->message, message) == 0)
    return;

  g_free (self->message);
  self->message = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

static void
set_cancellable (SbFinder *self,
                 GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static guint
count_commands (SbFinder *self)
{
  guint n = 0;

  while (n < self->items->len && sb_find_item_get_section (g_ptr_array_index (self->items, n)) == SB_FIND_COMMANDS)
    n++;
  return n;
}

/* Puts @items in the place of @n_removed others. */
static void
replace (SbFinder *self,
         guint position,
         guint n_removed,
         GPtrArray *items)
{
  if (n_removed > 0)
    g_ptr_array_remove_range (self->items, position, n_removed);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_insert (self->items, (int) (position + i), g_object_ref (g_ptr_array_index (items, i)));
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, items->len);
}

/* What was found stays until there is another answer: a list that empties at each
 * letter flickers. */
static void
replace_records (SbFinder *self,
                 GPtrArray *records)
{
  guint n_commands = count_commands (self);

  replace (self, n_commands, self->items->len - n_commands, records);
}

/* The snippet, with the words that were found in bold. */
static void
append_snippet (GString *markup,
                const SbSearchResult *result)
{
  const char *at = result->snippet;
  guint n_chars = 0;
  g_autofree char *rest = NULL;

  for (guint i = 0; i < result->marks->len; i++)
    {
      const SbSearchMark *mark = &g_array_index (result->marks, SbSearchMark, i);
      const char *start = g_utf8_offset_to_pointer (at, (glong) (mark->start - n_chars));
      const char *end = g_utf8_offset_to_pointer (start, (glong) (mark->end - mark->start));
      g_autofree char *before = g_markup_escape_text (at, start - at);
      g_autofree char *hit = g_markup_escape_text (start, end - start);

      g_string_append_printf (markup, "%s<b>%s</b>", before, hit);
      at = end;
      n_chars = mark->end;
    }

  rest = g_markup_escape_text (at, -1);
  g_string_append (markup, rest);
}

static void
append_part (GString *markup,
             const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (markup, "%s · ", escaped);
}

/* "Event · 3 Sept. 2025 · Studio Tamani · … the words …" */
static char *
describe (const SbSearchResult *result,
          SbLanguage language)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  append_part (markup, sb_kind_get_label (result->kind, language));
  if (result->date != NULL)
    {
      g_autofree char *date = sb_date_format (result->date, language, SB_DATE_STYLE_MEDIUM);

      append_part (markup, date);
    }
  if (result->source != NULL)
    append_part (markup, result->source);

  if (*result->snippet != '\0')
    append_snippet (markup, result);
  else
    g_string_truncate (markup, markup->len - strlen (" · "));
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

/* What was found under one heading. */
typedef struct
{
  GPtrArray *items; /* (owned) (element-type SbFindItem) the best first */
  double score; /* of the best */
} Section;

static void
section_clear (gpointer data)
{
  Section *section = data;

  g_ptr_array_unref (section->items);
}

static gboolean
has_item (GPtrArray *items,
          const SbSearchResult *result)
{
  for (guint i = 0; i < items->len; i++)
    {
      SbRef *record = sb_find_item_get_record (g_ptr_array_index (items, i));

      if (sb_ref_get_kind (record) == result->kind && sb_ref_get_id (record) == result->id)
        return TRUE;
    }
  return FALSE;
}

/* Adds what @request finds and the section lacks. */
static gboolean
fill_section (Section *section,
              SbFindSection heading,
              SbStore *store,
              const SbSearchRequest *request,
              gint64 *n_unindexed,
              GError **error)
{
  g_autoptr (SbSearchAnswer) found = sb_store_search (store, request, error);

  if (found == NULL)
    return FALSE;

  *n_unindexed = found->n_unindexed;
  for (guint i = 0; i < found->results->len && section->items->len < MAX_OF_SECTION; i++)
    {
      const SbSearchResult *result = g_ptr_array_index (found->results, i);
      const char *title = *result->title != '\0' ? result->title : result->snippet;
      g_autofree char *detail = NULL;
      g_autoptr (SbRef) ref = NULL;

      if (has_item (section->items, result))
        continue;

      detail = describe (result, request->language);
      ref = sb_ref_new (result->kind, result->id, NULL, NULL);
      section->score = MAX (section->score, result->score);
      g_ptr_array_add (section->items, sb_find_item_new_record (heading, ref, title, detail));
    }
  return TRUE;
}

/* Whether a name begins with what is typed, or one of its words, or none: 0, 1, 2. */
static int
rank_name (const char *name,
           const char *folded)
{
  g_autofree char *whole = sb_fold (name);
  g_autofree char *inner = g_strconcat (" ", folded, NULL);

  if (g_str_has_prefix (whole, folded))
    return 0;

  return strstr (whole, inner) != NULL ? 1 : 2;
}

/* The search takes the forms of a word for the word, which names are not: "Kidira" has
 * the stem of "kida". What begins as it is typed goes first, in the order found. */
static void
put_names_first (Section *section,
                 const char *text)
{
  g_autoptr (GPtrArray) items = g_steal_pointer (&section->items);
  g_autofree char *folded = sb_fold (text);

  section->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (int rank = 0; rank <= 2; rank++)
    for (guint i = 0; i < items->len; i++)
      if (rank_name (sb_find_item_get_title (g_ptr_array_index (items, i)), folded) == rank)
        g_ptr_array_add (section->items, g_object_ref (g_ptr_array_index (items, i)));
}

/* A place of the map of which there is no record yet. */
static void
add_ground (Section *section,
            const char *text,
            SbLanguage language)
{
  g_autoptr (GPtrArray) ground = NULL;

  if (section->items->len > 0)
    return;

  ground = sb_find_ground (text, language, MAX_OF_SECTION);
  g_ptr_array_extend_and_steal (section->items, g_steal_pointer (&ground));
}

/* The search gives more to what is called so than to what only names it. */
static int
compare_sections (gconstpointer a,
                  gconstpointer b)
{
  const Section *one = a;
  const Section *other = b;

  return (one->score < other->score) - (one->score > other->score);
}

/* What is searched for when @text was typed: its last word may go on, unless it is
 * in quotation marks or ends with a mark. */
static char *
complete (const char *text)
{
  const char *last = g_utf8_find_prev_char (text, text + strlen (text));
  guint n_quotes = 0;

  for (const char *at = text; *at != '\0'; at++)
    n_quotes += *at == '"';
  if (last == NULL || n_quotes % 2 == 1 || !g_unichar_isalnum (g_utf8_get_char (last)))
    return g_strdup (text);
  return g_strconcat (text, "*", NULL);
}

static Answer *
answer_new (GArray *sections,
            gint64 n_unindexed)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->items = g_ptr_array_new_with_free_func (g_object_unref);
  answer->n_unindexed = n_unindexed;
  for (guint i = 0; i < sections->len; i++)
    {
      GPtrArray *items = g_array_index (sections, Section, i).items;

      for (guint j = 0; j < items->len; j++)
        g_ptr_array_add (answer->items, g_object_ref (g_ptr_array_index (items, j)));
    }
  return answer;
}

/* Run in the worker. What is typed may be whole: then the actor or the place that is
 * called just so is found first, and what only begins so comes behind. */
static gpointer
look_for (SbStore *store,
          gpointer data,
          GCancellable *cancellable,
          GError **error)
{
  const char *text = data;
  g_autofree char *completed = complete (text);
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (Section));
  SbSearchRequest request = { .language = sb_language_get_interface (), .limit = MAX_OF_SECTION };
  gint64 n_unindexed = 0;

  g_array_set_clear_func (sections, section_clear);
  for (guint heading = SB_FIND_COMMANDS + 1; heading < SB_N_FIND_SECTIONS; heading++)
    {
      Section section = { g_ptr_array_new_with_free_func (g_object_unref), 0 };
      gboolean is_done;

      g_array_append_val (sections, section);
      request.kinds = sb_find_section_get_kinds (heading);
      request.text = text;
      is_done = fill_section (&g_array_index (sections, Section, heading - 1), heading, store, &request, &n_unindexed, error);
      request.text = completed;
      if (!is_done ||
          !fill_section (&g_array_index (sections, Section, heading - 1), heading, store, &request, &n_unindexed, error))
        return NULL;

      if (heading == SB_FIND_PLACES)
        {
          put_names_first (&g_array_index (sections, Section, heading - 1), text);
          add_ground (&g_array_index (sections, Section, heading - 1), text, request.language);
        }
    }
  g_array_sort (sections, compare_sections);
  return answer_new (sections, n_unindexed);
}

static void look (SbFinder *self);

static gboolean
look_again (gpointer data)
{
  SbFinder *self = data;

  self->again_source = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
found_cb (GObject *object,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (SbFinder) self = user_data;
  g_autoptr (GError) error = NULL;
  Answer *answer = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  g_autofree char *message = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (answer == NULL)
    message = sb_error_text (error, sb_language_get_interface ());
  else
    {
      replace_records (self, answer->items);
      if (answer->n_unindexed > 0)
        {
          self->again_source = g_timeout_add (INDEX_WAIT_MS, look_again, self);
          message = g_strdup_printf (ngettext ("%u record is not indexed yet.", "%u records are not indexed yet.",
                                               (gulong) answer->n_unindexed),
                                     (guint) answer->n_unindexed);
        }
      answer_free (answer);
    }
  set_message (self, message);
  set_cancellable (self, NULL);
}

/* Looks for the records; those that are shown stay until they are found. */
static void
look (SbFinder *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  set_cancellable (self, cancellable);
  sb_catalogue_read_async (self->catalogue, look_for, g_strdup (self->text), g_free, answer_free, cancellable, found_cb,
                           g_object_ref (self));
}

static void
sb_finder_get_property (GObject *object,
                        guint prop_id,
                        GValue *value,
                        GParamSpec *pspec)
{
  SbFinder *self = SB_FINDER (object);

  switch (prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->cancellable != NULL);
      break;

    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_finder_dispose (GObject *object)
{
  SbFinder *self = SB_FINDER (object);

  g_clear_handle_id (&self->again_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (sb_finder_parent_class)->dispose (object);
}

static void
sb_finder_finalize (GObject *object)
{
  SbFinder *self = SB_FINDER (object);

  g_ptr_array_unref (self->items);
  g_free (self->text);
  g_free (self->message);

  G_OBJECT_CLASS (sb_finder_parent_class)->finalize (object);
}

static void
sb_finder_class_init (SbFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sb_finder_get_property;
  object_class->dispose = sb_finder_dispose;
  object_class->finalize = sb_finder_finalize;

  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sb_finder_init (SbFinder *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

SbFinder *
sb_finder_new (SbCatalogue *catalogue)
{
  SbFinder *self = g_object_new (SB_TYPE_FINDER, NULL);

  self->catalogue = g_object_ref (catalogue);
  sb_finder_set_text (self, "");
  return self;
}

void
sb_finder_set_text (SbFinder *self,
                    const char *text)
{
  g_autoptr (GPtrArray) commands = NULL;
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  g_return_if_fail (SB_IS_FINDER (self));
  g_return_if_fail (text != NULL);

  g_free (self->text);
  self->text = g_strstrip (g_strdup (text));
  commands = sb_find_commands (self->text);
  g_clear_handle_id (&self->again_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  replace (self, 0, count_commands (self), commands);
  if (*self->text != '\0')
    {
      look (self);
      return;
    }

  replace_records (self, nothing);
  set_message (self, NULL);
  set_cancellable (self, NULL);
}
