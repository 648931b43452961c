/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-spelling.h"

#include "sb-worker.h"

#include <enchant.h>
#include <string.h>

/* What is offered is what fits on a menu. */
#define MAX_SUGGESTIONS 7

/* A longer word is no word. */
#define MAX_LETTERS 60

/* Names that people have by the ten thousand are a list, not a dictionary. */
#define MAX_NAMES 200000

/* The dictionaries of a language, the likeliest first. */
static const char *const tags[SB_N_LANGUAGES][4] = {
  [SB_LANGUAGE_FR] = { "fr_FR", "fr", NULL },
  [SB_LANGUAGE_EN] = { "en_GB", "en_US", "en", NULL },
};

/* What the worker has; touched by nobody else. */
typedef struct
{
  gatomicrefcount ref_count;
  EnchantBroker *broker; /* (owned) (nullable) until it is used */
  EnchantDict *dictionaries[SB_N_LANGUAGES]; /* of the broker; (nullable) */
  GHashTable *known[SB_N_LANGUAGES]; /* (owned) word → whether it is right */
  GHashTable *names; /* (owned) words of names */
} Shelf;

struct _SbSpelling
{
  GObject parent_instance;

  SbWorker *worker; /* (owned) */
  Shelf *shelf; /* (owned) */
  guint version;
};

G_DEFINE_FINAL_TYPE (SbSpelling, sb_spelling, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_VERSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What is asked of the worker. */
typedef struct
{
  Shelf *shelf; /* (owned) */
  SbLanguage language;
  char *text; /* (owned) (nullable) a text, or a word */
  char **names; /* (owned) (nullable) */
} Order;

static Shelf *
shelf_ref (Shelf *shelf)
{
  g_atomic_ref_count_inc (&shelf->ref_count);
  return shelf;
}

static void
shelf_unref (Shelf *shelf)
{
  if (!g_atomic_ref_count_dec (&shelf->ref_count))
    return;

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      g_hash_table_unref (shelf->known[i]);
      if (shelf->dictionaries[i] != NULL)
        enchant_broker_free_dict (shelf->broker, shelf->dictionaries[i]);
    }
  if (shelf->broker != NULL)
    enchant_broker_free (shelf->broker);
  g_hash_table_unref (shelf->names);
  g_free (shelf);
}

static void
order_free (Order *order)
{
  shelf_unref (order->shelf);
  g_free (order->text);
  g_strfreev (order->names);
  g_free (order);
}

/* Run in the worker. */
static void
open_shelf (Shelf *shelf)
{
  if (shelf->broker != NULL)
    return;

  shelf->broker = enchant_broker_init ();
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    for (guint k = 0; tags[i][k] != NULL && shelf->dictionaries[i] == NULL; k++)
      if (enchant_broker_dict_exists (shelf->broker, tags[i][k]))
        shelf->dictionaries[i] = enchant_broker_request_dict (shelf->broker, tags[i][k]);
}

/* Dictionaries know the straight apostrophe. */
static char *
dup_plain (const char *word,
           gsize length)
{
  GString *plain = g_string_new_len (word, (gssize) length);

  g_string_replace (plain, "’", "'", 0);
  return g_string_free (plain, FALSE);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/* Behind an elided article stands the word: l'Azawad. */
static const char *
skip_elision (const char *word)
{
  const char *apostrophe = strchr (word, '\'');

  return apostrophe != NULL && apostrophe - word <= 5 ? apostrophe + 1 : word;
}

/* Capitals alone are an abbreviation, digits a number of something. */
static gboolean
is_prose (const char *word)
{
  gboolean has_small = FALSE;
  guint n_letters = 0;

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isdigit (c))
        return FALSE;
      has_small = has_small || g_unichar_islower (c);
      n_letters++;
    }

  return has_small && n_letters > 1 && n_letters <= MAX_LETTERS;
}

static gboolean
is_name (Shelf *shelf,
         const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  return g_hash_table_contains (shelf->names, folded);
}

static gboolean
is_right (Shelf *shelf,
          SbLanguage language,
          const char *word)
{
  EnchantDict *dictionary = shelf->dictionaries[language];
  gpointer known;
  gboolean right;

  if (!is_prose (word) || is_name (shelf, word) || is_name (shelf, skip_elision (word)))
    return TRUE;

  if (g_hash_table_lookup_extended (shelf->known[language], word, NULL, &known))
    return GPOINTER_TO_INT (known);

  right = enchant_dict_check (dictionary, word, (gssize) strlen (word)) <= 0;
  if (!right && skip_elision (word) != word)
    right = enchant_dict_check (dictionary, skip_elision (word), (gssize) strlen (skip_elision (word))) == 0;
  g_hash_table_insert (shelf->known[language], g_strdup (word), GINT_TO_POINTER (right));

  return right;
}

/* What is no prose begins here: how many bytes of it, or 0. A citation or the mark of a
 * note in its brackets, an address up to the next space. */
static gsize
measure_foreign (const char *at)
{
  if (at[0] == '[' && (at[1] == '@' || at[1] == '^'))
    {
      const char *end = strchr (at, ']');

      return end != NULL ? (gsize) (end + 1 - at) : strlen (at);
    }

  if (g_str_has_prefix (at, "http://") || g_str_has_prefix (at, "https://") || g_str_has_prefix (at, "www."))
    return strcspn (at, " \n\t)>");

  return 0;
}

/* The end of the word at @at; inside of it apostrophes and hyphens are letters. */
static const char *
find_word_end (const char *at)
{
  while (*at != '\0')
    {
      gunichar c = g_utf8_get_char (at);
      const char *next = g_utf8_next_char (at);

      if (!g_unichar_isalnum (c) && !g_unichar_ismark (c) &&
          !((is_apostrophe (c) || c == '-') && g_unichar_isalpha (g_utf8_get_char (next))))
        break;
      at = next;
    }

  return at;
}

/* A compound is right when its parts are. */
static gboolean
is_compound_right (Shelf *shelf,
                   SbLanguage language,
                   const char *word)
{
  g_auto (GStrv) parts = NULL;

  if (is_right (shelf, language, word))
    return TRUE;
  if (strchr (word, '-') == NULL)
    return FALSE;

  parts = g_strsplit (word, "-", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!is_right (shelf, language, parts[i]))
      return FALSE;

  return TRUE;
}

static GArray *
find_wrong (const Order *order)
{
  GArray *wrong = g_array_new (FALSE, FALSE, sizeof (SbMisspelling));
  const char *at = order->text;
  guint place = 0;

  while (*at != '\0')
    {
      gsize foreign = measure_foreign (at);
      const char *end = foreign > 0 ? at + foreign : find_word_end (at);
      guint length;

      if (end == at)
        end = g_utf8_next_char (at);
      length = (guint) g_utf8_strlen (at, end - at);
      if (foreign == 0 && g_unichar_isalnum (g_utf8_get_char (at)))
        {
          g_autofree char *word = dup_plain (at, (gsize) (end - at));
          SbMisspelling found = { place, place + length };

          if (!is_compound_right (order->shelf, order->language, word))
            g_array_append_val (wrong, found);
        }
      place += length;
      at = end;
    }

  return wrong;
}

/* Run in the worker. */
static void
check (GTask *task,
       gpointer source_object,
       gpointer task_data,
       GCancellable *cancellable)
{
  const Order *order = task_data;
  GArray *wrong;

  open_shelf (order->shelf);
  if (order->shelf->dictionaries[order->language] != NULL)
    wrong = find_wrong (order);
  else
    wrong = g_array_new (FALSE, FALSE, sizeof (SbMisspelling));
  g_task_return_pointer (task, wrong, (GDestroyNotify) g_array_unref);
}

/* Run in the worker. */
static void
suggest (GTask *task,
         gpointer source_object,
         gpointer task_data,
         GCancellable *cancellable)
{
  const Order *order = task_data;
  g_autofree char *word = dup_plain (order->text, strlen (order->text));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  EnchantDict *dictionary;
  gsize n_found = 0;
  char **found = NULL;

  open_shelf (order->shelf);
  dictionary = order->shelf->dictionaries[order->language];
  if (dictionary != NULL)
    found = enchant_dict_suggest (dictionary, word, (gssize) strlen (word), &n_found);

  for (gsize i = 0; i < MIN (n_found, MAX_SUGGESTIONS); i++)
    {
      GString *typeset = g_string_new (found[i]);

      g_string_replace (typeset, "'", "’", 0);
      g_strv_builder_add (builder, typeset->str);
      g_string_free (typeset, TRUE);
    }
  if (found != NULL)
    enchant_dict_free_string_list (dictionary, found);
  g_task_return_pointer (task, g_strv_builder_end (builder), (GDestroyNotify) g_strfreev);
}

static void
add_name (Shelf *shelf,
          const char *name)
{
  const char *at = name;

  while (*at != '\0' && g_hash_table_size (shelf->names) < MAX_NAMES)
    {
      const char *end = find_word_end (at);

      if (end > at)
        {
          g_autofree char *word = dup_plain (at, (gsize) (end - at));

          g_hash_table_add (shelf->names, g_utf8_casefold (word, -1));
          g_hash_table_add (shelf->names, g_utf8_casefold (skip_elision (word), -1));
        }
      at = *end != '\0' ? g_utf8_next_char (end) : end;
    }
}

/* Run in the worker. */
static void
add_names (GTask *task,
           gpointer source_object,
           gpointer task_data,
           GCancellable *cancellable)
{
  const Order *order = task_data;

  for (guint i = 0; order->names[i] != NULL; i++)
    add_name (order->shelf, order->names[i]);
  g_task_return_boolean (task, TRUE);
}

/* Run in the worker. */
static void
learn (GTask *task,
       gpointer source_object,
       gpointer task_data,
       GCancellable *cancellable)
{
  const Order *order = task_data;
  g_autofree char *word = dup_plain (order->text, strlen (order->text));

  open_shelf (order->shelf);
  g_hash_table_insert (order->shelf->known[order->language], g_strdup (word), GINT_TO_POINTER (TRUE));
  if (order->shelf->dictionaries[order->language] != NULL)
    enchant_dict_add (order->shelf->dictionaries[order->language], word, (gssize) strlen (word));
  g_task_return_boolean (task, TRUE);
}

static void
push (SbSpelling *self,
      SbWorkerFunc func,
      SbLanguage language,
      const char *text,
      GCancellable *cancellable,
      GAsyncReadyCallback callback,
      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Order *order = g_new0 (Order, 1);

  order->shelf = shelf_ref (self->shelf);
  order->language = language;
  order->text = g_strdup (text);
  g_task_set_source_tag (task, push);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  sb_worker_push (self->worker, task, G_PRIORITY_DEFAULT, func);
}

static void
raise_version (SbSpelling *self)
{
  self->version++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VERSION]);
}

static void
sb_spelling_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  if (prop_id == PROP_VERSION)
    g_value_set_uint (value, SB_SPELLING (object)->version);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sb_spelling_finalize (GObject *object)
{
  SbSpelling *self = SB_SPELLING (object);

  g_clear_object (&self->worker);
  shelf_unref (self->shelf);

  G_OBJECT_CLASS (sb_spelling_parent_class)->finalize (object);
}

static void
sb_spelling_class_init (SbSpellingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sb_spelling_get_property;
  object_class->finalize = sb_spelling_finalize;

  properties[PROP_VERSION] =
    g_param_spec_uint ("version", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sb_spelling_init (SbSpelling *self)
{
  self->worker = sb_worker_new ("spelling");
  self->shelf = g_new0 (Shelf, 1);
  g_atomic_ref_count_init (&self->shelf->ref_count);
  self->shelf->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    self->shelf->known[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

SbSpelling *
sb_spelling_new (void)
{
  return g_object_new (SB_TYPE_SPELLING, NULL);
}

void
sb_spelling_add_names (SbSpelling *self,
                       const char *const *names)
{
  g_autoptr (GTask) task = NULL;
  Order *order;

  g_return_if_fail (SB_IS_SPELLING (self));
  g_return_if_fail (names != NULL);

  order = g_new0 (Order, 1);
  order->shelf = shelf_ref (self->shelf);
  order->names = g_strdupv ((char **) names);
  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  sb_worker_push (self->worker, task, G_PRIORITY_DEFAULT, add_names);
  raise_version (self);
}

void
sb_spelling_learn (SbSpelling *self,
                   SbLanguage language,
                   const char *word)
{
  g_return_if_fail (SB_IS_SPELLING (self));
  g_return_if_fail (word != NULL);

  push (self, learn, language, word, NULL, NULL, NULL);
  raise_version (self);
}

void
sb_spelling_check_async (SbSpelling *self,
                         SbLanguage language,
                         const char *text,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (SB_IS_SPELLING (self));
  g_return_if_fail (text != NULL);

  push (self, check, language, text, cancellable, callback, user_data);
}

GArray *
sb_spelling_check_finish (SbSpelling *self,
                          GAsyncResult *result,
                          GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
sb_spelling_suggest_async (SbSpelling *self,
                           SbLanguage language,
                           const char *word,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (SB_IS_SPELLING (self));
  g_return_if_fail (word != NULL);

  push (self, suggest, language, word, cancellable, callback, user_data);
}

char **
sb_spelling_suggest_finish (SbSpelling *self,
                            GAsyncResult *result,
                            GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
