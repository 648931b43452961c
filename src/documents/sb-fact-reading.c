/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-fact-private.h"

#include "sb-actor.h"
#include "sb-document.h"

#include <string.h>

/* How much of a passage becomes a title; characters. */
#define HEADLINE_LENGTH 90

/* The number of tokens of the first phrase of @pattern when the words at @index go so. */
static guint
match_phrase (const SbTokens *tokens,
              guint index,
              const char *pattern)
{
  guint n = 0;

  while (*pattern != '\0' && *pattern != ' ')
    {
      gsize length = strcspn (pattern, "_ ");
      gboolean is_stem = pattern[length - 1] == '*';
      gsize n_bytes = is_stem ? length - 1 : length;
      const SbToken *token = index + n < tokens->n_tokens ? &tokens->tokens[index + n] : NULL;

      if (token == NULL || token->length < n_bytes || (!is_stem && token->length != n_bytes) ||
          memcmp (token->word, pattern, n_bytes) != 0)
        return 0;

      n++;
      pattern += length;
      if (*pattern == '_')
        pattern++;
    }

  return n;
}

guint
_sb_fact_match_any (const SbTokens *tokens,
                    guint index,
                    const char *patterns)
{
  while (*patterns != '\0')
    {
      gsize length = strcspn (patterns, " ");
      guint n = length > 0 ? match_phrase (tokens, index, patterns) : 0;

      if (n > 0)
        return n;

      patterns += length;
      patterns += strspn (patterns, " ");
    }

  return 0;
}

guint
_sb_fact_find (const SbTokens *tokens,
               const char *patterns)
{
  for (guint i = 0; i < tokens->n_tokens; i++)
    if (_sb_fact_match_any (tokens, i, patterns) > 0)
      return i;

  return G_MAXUINT;
}

int
_sb_fact_choose (const SbFactReading *self,
                 const SbFactWord *words,
                 guint n_words,
                 int fallback)
{
  for (guint i = 0; i < n_words; i++)
    if (_sb_fact_find (self->tokens, words[i].patterns) != G_MAXUINT)
      return words[i].value;

  return fallback;
}

const SbFactName *
_sb_fact_get_name (const SbFactReading *self,
                   guint index)
{
  return index < self->names->len ? &g_array_index (self->names, SbFactName, index) : NULL;
}

const SbFactName *
_sb_fact_find_record (const SbFactReading *self,
                      SbKind kind,
                      guint position)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const SbFactName *name = _sb_fact_get_name (self, i);

      if (name->record != NULL && sb_record_get_kind (name->record) == kind && position-- == 0)
        return name;
    }

  return NULL;
}

/* What reports stand behind, before or after the name of who says it. */
#define SAYS_BEFORE                                                                                     \
  "selon d_apres d'apres according_to a_declare a_affirme a_annonce a_indique a_assure a_precise said " \
  "affirme declare estime assure indique"
#define SAYS_AFTER                                                                                                \
  "said says a_declare a_affirme a_annonce a_indique a_assure a_precise ont_annonce ont_affirme affirme declare " \
  "announced announces stated told reported"

gboolean
_sb_fact_is_speaker (const SbFactReading *self,
                     const SbFactName *name)
{
  /* “selon le porte-parole du X” is a stretch of at most so many words. */
  guint from = name->first > 4 ? name->first - 4 : 0;

  for (guint i = from; i < name->first; i++)
    {
      guint n = _sb_fact_match_any (self->tokens, i, SAYS_BEFORE);

      if (n > 0 && i + n <= name->first && (i == 0 || i + n + 3 >= name->first))
        return TRUE;
    }

  return _sb_fact_match_any (self->tokens, name->end, SAYS_AFTER) > 0;
}

gboolean
_sb_fact_is_in_date (const SbFactReading *self,
                     guint token)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const SbFactName *name = _sb_fact_get_name (self, i);

      if ((name->kind == SB_MENTION_DATE || name->kind == SB_MENTION_ROUTE) && token >= name->first && token < name->end)
        return TRUE;
    }

  return FALSE;
}

/* The date of the passage whose words begin behind “until”, or the first other one. */
static const SbFactName *
find_date (const SbFactReading *self,
           gboolean is_until)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const SbFactName *name = _sb_fact_get_name (self, i);
      gboolean follows_until;

      if (name->kind != SB_MENTION_DATE || name->name == NULL)
        continue;

      follows_until = FALSE;
      for (guint before = 1; before <= 3 && before <= name->first; before++)
        follows_until |= _sb_fact_match_any (self->tokens, name->first - before, "jusqu jusque jusqu'au until till") > 0;

      if (follows_until == is_until)
        return name;
    }

  return NULL;
}

SbDate *
_sb_fact_dup_date (const SbFactReading *self,
                   SbFactDateRole role)
{
  const SbFactName *name = find_date (self, role == SB_FACT_DATE_UNTIL);
  SbDate *said = role == SB_FACT_DATE_SAID && self->passage->document != NULL
                   ? sb_record_get_date (self->passage->document, SB_DOCUMENT_DATE)
                   : NULL;

  if (name != NULL)
    {
      g_autofree char *wording = _sb_fact_dup_words (self, name->first, name->end);
      g_autofree char *edtf = g_strdup (name->name);

      /* “depuis le 3 septembre”: that it goes on is for the field to say, “since”. */
      if (g_str_has_suffix (edtf, "/.."))
        edtf[strlen (edtf) - strlen ("/..")] = '\0';
      return sb_date_new (edtf, wording);
    }

  return said != NULL ? sb_date_new (sb_date_get_edtf (said), NULL) : NULL;
}

static char *
put_on_a_line (const char *text,
               gsize n_bytes)
{
  GString *line = g_string_new (NULL);
  gboolean follows_space = TRUE;

  for (const char *at = text; at < text + n_bytes; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean is_break = character == '\n' || character == '\t' || character == ' ';

      if (is_break && !follows_space)
        g_string_append_c (line, ' ');
      else if (!is_break)
        g_string_append_unichar (line, character);

      follows_space = is_break;
    }

  return g_strchomp (g_string_free (line, FALSE));
}

char *
_sb_fact_dup_line (const SbFactReading *self)
{
  return put_on_a_line (self->text, strlen (self->text));
}

char *
_sb_fact_dup_words (const SbFactReading *self,
                    guint first,
                    guint end)
{
  gsize from;

  if (first >= end || end > self->tokens->n_tokens)
    return g_strdup ("");

  from = self->tokens->tokens[first].start;
  return put_on_a_line (self->text + from, self->tokens->tokens[end - 1].end - from);
}

char *
_sb_fact_dup_headline (const SbFactReading *self)
{
  g_autofree char *whole = NULL;
  g_autofree char *head = NULL;
  gsize end = strlen (self->text);
  char *space;

  /* The dot of an abbreviation does not start a sentence, nor does “M. Maïga”. */
  for (guint i = 1; i < self->tokens->n_tokens; i++)
    if ((self->tokens->tokens[i].flags & SB_TOKEN_STARTS_SENTENCE) != 0 &&
        (self->tokens->tokens[i].gap & (SB_GAP_DOT | SB_GAP_STOP | SB_GAP_BLANK_LINE)) != 0)
      {
        end = self->tokens->tokens[i - 1].end;
        break;
      }

  whole = put_on_a_line (self->text, end);
  if (g_str_has_suffix (whole, ".") && !g_str_has_suffix (whole, ".."))
    whole[strlen (whole) - 1] = '\0';
  if (g_utf8_strlen (whole, -1) <= HEADLINE_LENGTH)
    return g_steal_pointer (&whole);

  head = g_utf8_substring (whole, 0, HEADLINE_LENGTH);
  space = strrchr (head, ' ');
  if (space != NULL)
    *space = '\0';
  while (*head != '\0' && strchr (",;:", head[strlen (head) - 1]) != NULL)
    head[strlen (head) - 1] = '\0';

  return g_strconcat (head, "…", NULL);
}

char *
_sb_fact_dup_quotation (const SbFactReading *self)
{
  static const char *const marks[][2] = { { "«", "»" }, { "“", "”" }, { "\"", "\"" } };
  char *longest = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *open = strstr (self->text, marks[i][0]);

      while (open != NULL)
        {
          const char *start = open + strlen (marks[i][0]);
          const char *close = strstr (start, marks[i][1]);
          g_autofree char *words = NULL;

          if (close == NULL)
            break;

          /* The no-break space inside « » is no part of the words. */
          while (g_str_has_prefix (start, "\u00a0") || g_str_has_prefix (start, "\u202f"))
            start = g_utf8_next_char (start);
          words = put_on_a_line (start, (gsize) (close - start));
          while (g_str_has_suffix (words, "\u00a0") || g_str_has_suffix (words, "\u202f") || g_str_has_suffix (words, ","))
            *g_utf8_find_prev_char (words, words + strlen (words)) = '\0';
          if (longest == NULL || strlen (words) > strlen (longest))
            {
              g_free (longest);
              longest = g_steal_pointer (&words);
            }
          open = strstr (close + strlen (marks[i][1]), marks[i][0]);
        }
    }

  if (longest != NULL && *longest == '\0')
    g_clear_pointer (&longest, g_free);

  return longest;
}

void
_sb_fact_set_words (const SbFactReading *self,
                    SbRecordBuilder *builder,
                    guint field,
                    const char *text)
{
  gboolean is_french = self->language == SB_LANGUAGE_FR;

  sb_record_builder_set_words (builder, field, is_french ? text : NULL, is_french ? NULL : text);
}

void
_sb_fact_set_ref (SbRecordBuilder *builder,
                  guint field,
                  SbRecord *record)
{
  g_autoptr (SbRef) ref = record != NULL ? sb_record_dup_ref (record) : NULL;

  sb_record_builder_set_ref (builder, field, ref);
}

/* The tokens that a stretch of the text covers. */
static void
place_name (SbFactReading *self,
            SbFactName *name)
{
  name->first = self->tokens->n_tokens;
  for (guint i = 0; i < self->tokens->n_tokens; i++)
    {
      const SbToken *token = &self->tokens->tokens[i];

      if (token->end <= name->start_byte)
        continue;
      if (token->start >= name->end_byte)
        break;

      name->first = MIN (name->first, i);
      name->end = i + 1;
    }
}

static void
add_names (SbFactReading *self)
{
  const SbPassage *passage = self->passage;
  const char *at = self->text;
  guint position = passage->start;

  for (guint i = 0; i < passage->n_mentions; i++)
    {
      const SbMention *mention = &passage->mentions[i];
      SbFactName name = { .kind = mention->kind, .name = mention->name };

      if (mention->start < passage->start || mention->end > passage->end)
        continue;

      at = g_utf8_offset_to_pointer (at, (glong) (mention->start - position));
      position = mention->start;
      name.start_byte = (gsize) (at - self->text);
      name.end_byte = (gsize) (g_utf8_offset_to_pointer (at, (glong) (mention->end - mention->start)) - self->text);
      name.record = passage->records != NULL && i < passage->records->len ? g_ptr_array_index (passage->records, i) : NULL;
      place_name (self, &name);
      if (name.first < name.end)
        g_array_append_val (self->names, name);
    }
}

SbRecord *
sb_fact_draft (SbFactKind kind,
               const SbPassage *passage)
{
  g_autofree char *text = NULL;
  g_autoptr (SbTokens) tokens = NULL;
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (SbFactName));
  SbFactReading self = { .passage = passage, .names = names, .language = passage->language };

  g_return_val_if_fail (passage->end >= passage->start, NULL);

  text = g_utf8_substring (passage->text, passage->start, passage->end);
  tokens = _sb_tokens_new (text, strlen (text));
  if (tokens->n_tokens == 0)
    return NULL;

  self.text = text;
  self.tokens = tokens;
  add_names (&self);

  switch (kind)
    {
    case SB_FACT_EVENT:
      return _sb_fact_draft_event (&self);
    case SB_FACT_CLAIM:
    case SB_FACT_QUOTE:
      return _sb_fact_draft_claim (&self, kind == SB_FACT_QUOTE);
    case SB_FACT_RELATION:
      return _sb_fact_draft_relation (&self);
    case SB_FACT_PILLAR:
    case SB_FACT_DIVERGENCE:
      return _sb_fact_draft_trait (&self, kind == SB_FACT_PILLAR);
    case SB_FACT_RESTRICTION:
      return _sb_fact_draft_restriction (&self);
    case SB_FACT_CONTROL:
      return _sb_fact_draft_control (&self);
    case SB_FACT_ZONE:
      return _sb_fact_draft_zone (&self);
    case SB_FACT_FIGURE:
      return _sb_fact_draft_figure (&self);
    case SB_FACT_INDICATOR:
      return _sb_fact_draft_indicator (&self);
    case SB_FACT_RECOMMENDATION:
      return _sb_fact_draft_recommendation (&self);
    case SB_FACT_NOTE:
    default:
      return NULL;
    }
}
