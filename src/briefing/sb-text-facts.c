/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-text-facts-private.h"

#include "sb-actor.h"
#include "sb-likelihood-check-private.h"
#include "sb-place.h"
#include "sb-text-citation.h"
#include "sb-text.h"

#include <cmark-gfm.h>
#include <string.h>

/* Where a note of the text's own was called. */
#define NOTE "\357\277\274" /* U+FFFC */

/* A name of up to so many words is looked for. */
#define MAX_NAME_WORDS 5
#define MIN_NAME_CHARS 3

/* Numbers in words that count something; folded, as all below. */
static const char *const numbers[SB_N_LANGUAGES][24] = {
  [SB_LANGUAGE_FR] = { "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "quinze", "vingt", "trente", "quarante", "cinquante", "cent", "cents", "mille", "dizaine", "dizaines", "centaines", "milliers", NULL },
  [SB_LANGUAGE_EN] = { "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "hundred", "hundreds", "thousand", "thousands", "dozen", "dozens", NULL },
};

/* What is advised. */
static const char *const advice[SB_N_LANGUAGES][16] = {
  [SB_LANGUAGE_FR] = { "devrait", "devraient", "doit", "doivent", "il faut", "il faudra", "il faudrait", "il convient", "il importe", "recommandons", "eviter", "evitez", "privilegier", NULL },
  [SB_LANGUAGE_EN] = { "should", "must", "ought to", "we recommend", "avoid", "need to", "needs to", NULL },
};

/* What is supposed. */
static const char *const hedges[SB_N_LANGUAGES][16] = {
  [SB_LANGUAGE_FR] = { "probablement", "vraisemblablement", "eventuellement", "pourrait", "pourraient", "risque de", "risquent de", "semble", "semblent", "parait", "paraissent", NULL },
  [SB_LANGUAGE_EN] = { "probably", "likely", "may", "might", "could", "appears", "appear", "seems", "seem", NULL },
};

/* Those of months as dates are written in the narrow columns of tables are among them. */
static const char *const abbreviations[] = {
  "m", "mm", "mme", "dr", "art", "p", "pp", "cf", "no", "n", "st", "al", "mr", "mrs", "gen", "col", "cap", "etc", "vs",
  "janv", "fevr", "avr", "juil", "sept", "oct", "nov", "dec", "jan", "feb", "apr", "aug"
};

static void
sentence_free (gpointer data)
{
  SbSentence *sentence = data;

  g_free (sentence->text);
  g_ptr_array_unref (sentence->uuids);
  g_ptr_array_unref (sentence->around);
  g_free (sentence);
}

static gboolean
has_word (const char *folded,
          const char *word)
{
  gsize length = strlen (word);

  for (const char *at = strstr (folded, word); at != NULL; at = strstr (at + 1, word))
    if ((at == folded || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
      return TRUE;

  return FALSE;
}

static gboolean
has_any_word (const char *folded,
              const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (has_word (folded, words[i]))
      return TRUE;

  return FALSE;
}

/* Whether the stop at @stop is that of an abbreviation or an initial. */
static gboolean
is_abbreviation (const char *text,
                 const char *stop)
{
  const char *start = stop;
  g_autofree char *word = NULL;
  g_autofree char *folded = NULL;

  while (start > text)
    {
      const char *before = g_utf8_find_prev_char (text, start);

      if (!g_unichar_isalnum (g_utf8_get_char (before)))
        break;
      start = before;
    }
  if (start == stop)
    return FALSE;

  word = g_strndup (start, (gsize) (stop - start));
  folded = sb_fold (word);
  if (g_utf8_strlen (word, -1) == 1 && g_unichar_isupper (g_utf8_get_char (word)))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    if (g_str_equal (abbreviations[i], folded))
      return TRUE;

  return FALSE;
}

/* Behind a stop at @at: past quotation marks that close and citations. NULL when the
 * sentence goes on. */
static const char *
find_sentence_end (const char *text,
                   const char *at)
{
  const char *end = g_utf8_next_char (at);
  gboolean has_space = FALSE;

  if (*at == '.' && is_abbreviation (text, at))
    return NULL;

  while (*end != '\0')
    {
      gunichar c = g_utf8_get_char (end);
      g_auto (SbTextCitation) found = { 0 };

      if (g_str_has_prefix (end, "[@") && sb_text_citation_find (end, 0, &found) && found.start == 0)
        end += found.end;
      else if (g_unichar_isspace (c))
        {
          has_space = TRUE;
          end = g_utf8_next_char (end);
        }
      else if (c == 0xfffc || c == 0xbb || c == 0x201d || c == ')' || c == '"' || c == '.' || c == 0x2026)
        end = g_utf8_next_char (end);
      else
        return has_space && !g_unichar_islower (c) ? end : NULL;
    }

  return end;
}

static void
add_sentence (GPtrArray *sentences,
              const char *text,
              gsize length,
              GPtrArray *around,
              guint line)
{
  g_autofree char *raw = g_strndup (text, length);
  GString *clean = g_string_new (NULL);
  SbSentence *sentence = g_new0 (SbSentence, 1);
  gsize from = 0;

  sentence->uuids = g_ptr_array_new_with_free_func (g_free);
  sentence->around = g_ptr_array_ref (around);
  sentence->line = line;
  sentence->is_sourced = strstr (raw, NOTE) != NULL;
  sb_text_citation_collect (raw, sentence->uuids);
  sentence->is_sourced = sentence->is_sourced || sentence->uuids->len > 0;
  while (TRUE)
    {
      g_auto (SbTextCitation) found = { 0 };

      if (!sb_text_citation_find (raw, from, &found))
        break;
      g_string_append_len (clean, raw + from, (gssize) (found.start - from));
      while (clean->len > 0 && clean->str[clean->len - 1] == ' ')
        g_string_truncate (clean, clean->len - 1);
      from = found.end;
    }
  g_string_append (clean, raw + from);
  g_string_replace (clean, NOTE, "", 0);
  sentence->text = g_strstrip (g_string_free (clean, FALSE));
  if (sentence->text[0] != '\0')
    g_ptr_array_add (sentences, sentence);
  else
    sentence_free (sentence);
}

/* The first @lead bytes are a title or a date that the first sentence is told under. */
static void
add_sentences (GPtrArray *sentences,
               const char *text,
               gsize lead,
               guint line)
{
  g_autoptr (GPtrArray) around = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;

  sb_text_citation_collect (text, around);
  for (const char *at = text + lead; *at != '\0';)
    {
      gunichar c = g_utf8_get_char (at);
      const char *end = c == '.' || c == '!' || c == '?' || c == 0x2026 ? find_sentence_end (text, at) : NULL;

      if (end != NULL)
        {
          add_sentence (sentences, start, (gsize) (end - start), around, line);
          start = end;
        }
      at = end != NULL ? end : g_utf8_next_char (at);
    }
  add_sentence (sentences, start, strlen (start), around, line);
}

static void
append_plain (GString *text,
              cmark_node *node)
{
  for (cmark_node *child = cmark_node_first_child (node); child != NULL; child = cmark_node_next (child))
    {
      cmark_node_type type = cmark_node_get_type (child);

      if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
        g_string_append (text, cmark_node_get_literal (child));
      else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
        g_string_append_c (text, ' ');
      else if (type == CMARK_NODE_FOOTNOTE_REFERENCE)
        g_string_append (text, NOTE);
      else
        append_plain (text, child);
    }
}

/* How much of @text, the plain one of @paragraph, leads it: what stands first in bold or
 * italics, with the stop behind it. None when nothing follows, or when it cites by itself. */
static gsize
find_lead (cmark_node *paragraph,
           const char *text)
{
  cmark_node *first = cmark_node_first_child (paragraph);
  cmark_node_type type = first != NULL ? cmark_node_get_type (first) : CMARK_NODE_NONE;
  g_autoptr (GString) lead = g_string_new (NULL);
  g_auto (SbTextCitation) found = { 0 };
  gsize length;

  if (type != CMARK_NODE_STRONG && type != CMARK_NODE_EMPH)
    return 0;

  append_plain (lead, first);
  length = MIN (lead->len, strlen (text));
  length += strspn (text + length, ".!?: ");

  return strstr (lead->str, NOTE) == NULL && !sb_text_citation_find (lead->str, 0, &found) ? length : 0;
}

static void
walk (GPtrArray *sentences,
      cmark_node *node)
{
  for (cmark_node *child = cmark_node_first_child (node); child != NULL; child = cmark_node_next (child))
    {
      cmark_node_type type = cmark_node_get_type (child);

      if (type == CMARK_NODE_PARAGRAPH)
        {
          g_autoptr (GString) text = g_string_new (NULL);

          append_plain (text, child);
          add_sentences (sentences, text->str, find_lead (child, text->str), (guint) MAX (cmark_node_get_start_line (child), 1));
        }
      else if (type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM)
        walk (sentences, child);
    }
}

GPtrArray *
_sb_text_facts_list_sentences (const char *markdown)
{
  g_autofree char *valid = g_utf8_make_valid (markdown, -1);
  cmark_node *document = cmark_parse_document (valid, strlen (valid), CMARK_OPT_FOOTNOTES);
  GPtrArray *sentences = g_ptr_array_new_with_free_func (sentence_free);

  cmark_consolidate_text_nodes (document);
  walk (sentences, document);
  cmark_node_free (document);

  return sentences;
}

static gboolean
cites_same (GPtrArray *uuids,
            GPtrArray *others)
{
  for (guint i = 0; i < uuids->len; i++)
    if (g_ptr_array_find_with_equal_func (others, g_ptr_array_index (uuids, i), g_str_equal, NULL))
      return TRUE;

  return FALSE;
}

gboolean
_sb_text_facts_is_made (GPtrArray *made,
                        const SbSentence *sentence)
{
  for (guint i = 0; made != NULL && i < made->len; i++)
    {
      const SbSentence *other = g_ptr_array_index (made, i);

      if (g_str_equal (other->text, sentence->text) &&
          (other->uuids->len == 0 || cites_same (other->uuids, sentence->uuids)) &&
          (other->around->len == 0 || cites_same (other->around, sentence->around)))
        return TRUE;
    }

  return FALSE;
}

static void
add_name (GHashTable *names,
          const char *name)
{
  g_autofree char *folded = name != NULL ? sb_fold (name) : NULL;

  if (folded != NULL && strlen (folded) >= MIN_NAME_CHARS)
    g_hash_table_add (names, g_steal_pointer (&folded));
}

GHashTable *
_sb_text_facts_list_names (const SbBriefingInput *input)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *actors = sb_briefing_input_get_all (input, SB_KIND_ACTOR);
  GPtrArray *places = sb_briefing_input_get_all (input, SB_KIND_PLACE);

  for (guint i = 0; i < actors->len; i++)
    {
      add_name (names, sb_record_get_text (g_ptr_array_index (actors, i), SB_ACTOR_SHORT_NAME));
      for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
        add_name (names, sb_record_get_title (g_ptr_array_index (actors, i), language));
    }
  for (guint i = 0; i < places->len; i++)
    for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
      if (sb_record_get_term (g_ptr_array_index (places, i), SB_PLACE_KIND, SB_PLACE_KIND_COUNTRY) != SB_PLACE_KIND_COUNTRY)
        add_name (names, sb_record_get_title (g_ptr_array_index (places, i), language));

  return names;
}

static gboolean
has_name (const char *folded,
          GHashTable *names)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint n_words = g_strv_length (words);

  for (guint i = 0; i < n_words; i++)
    {
      g_autoptr (GString) name = g_string_new (NULL);

      for (guint k = i; k < MIN (i + MAX_NAME_WORDS, n_words); k++)
        {
          g_string_append_printf (name, "%s%s", k > i ? " " : "", words[k]);
          if (g_hash_table_contains (names, name->str))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
has_digit (const char *folded)
{
  for (const char *at = folded; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      return TRUE;

  return FALSE;
}

gboolean
_sb_text_facts_is_claim (const char *sentence,
                         SbLanguage language,
                         GHashTable *names)
{
  g_autofree char *folded = sb_fold (sentence);

  if (folded[0] == '\0' || strchr (sentence, '?') != NULL || has_any_word (folded, advice[language]) || has_any_word (folded, hedges[language]) || _sb_likelihood_is_worded (sentence, language))
    return FALSE;

  return has_digit (folded) || has_any_word (folded, numbers[language]) || has_name (folded, names);
}
