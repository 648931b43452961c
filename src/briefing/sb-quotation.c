/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-quotation-private.h"

#include "sb-claim.h"
#include "sb-evidence.h"
#include "sb-extract.h"
#include "sb-text.h"

#include <string.h>

/* What marks a translation, in either language: French editors' custom, which the
 * English editions keep. */
#define MARK "[trad."

/* The language of the document that @extract is a passage of; NULL when that is not
 * among @evidence. */
static const char *
find_language (GPtrArray *evidence,
               SbRef *extract)
{
  for (guint i = 0; evidence != NULL && extract != NULL && i < evidence->len; i++)
    {
      SbRecord *item = g_ptr_array_index (evidence, i);
      SbRef *other = sb_record_get_ref (item, SB_EVIDENCE_EXTRACT);

      if (other != NULL && sb_ref_equal (other, extract))
        return sb_record_get_text (item, SB_EVIDENCE_LANGUAGE);
    }

  return NULL;
}

static SbQuotation
read_statement (SbRecord *statement,
                GPtrArray *evidence)
{
  SbQuotation self = {
    .words = sb_record_get_text (statement, SB_CLAIM_STATEMENT_WORDS),
    .language = sb_record_get_text (statement, SB_CLAIM_STATEMENT_LANGUAGE),
    .translation = sb_record_get_bilingual (statement, SB_CLAIM_STATEMENT_TRANSLATION),
    .translator = sb_record_get_bilingual (statement, SB_CLAIM_STATEMENT_TRANSLATOR),
  };

  if (self.language == NULL)
    self.language = find_language (evidence, sb_record_get_ref (statement, SB_CLAIM_STATEMENT_EXTRACT));

  return self;
}

SbQuotation
_sb_quotation_from_statement (const SbBriefingInput *input,
                              SbRecord *claim,
                              SbRecord *statement)
{
  return read_statement (statement, sb_briefing_input_get_evidence (input, claim));
}

/* Whether @text has @words in it, whatever their case and marks. */
static gboolean
has_words (const char *text,
           const char *words)
{
  g_autofree char *folded = words != NULL ? sb_fold (words) : NULL;
  g_autofree char *held = sb_fold (text);

  return folded != NULL && folded[0] != '\0' && strstr (held, folded) != NULL;
}

SbQuotation
_sb_quotation_find (const SbBriefingInput *input,
                    SbRecord *record,
                    GPtrArray *evidence,
                    const char *text)
{
  SbQuotation none = { NULL };

  if (sb_record_get_kind (record) == SB_KIND_EXTRACT && has_words (text, sb_record_get_text (record, SB_EXTRACT_QUOTE)))
    {
      g_autoptr (SbRef) ref = sb_record_dup_ref (record);

      return (SbQuotation) {
        .words = sb_record_get_text (record, SB_EXTRACT_QUOTE),
        .language = find_language (evidence, ref),
        .translation = sb_record_get_bilingual (record, SB_EXTRACT_TRANSLATION),
        .translator = sb_record_get_bilingual (record, SB_EXTRACT_TRANSLATOR),
      };
    }
  for (guint i = 0; sb_record_get_kind (record) == SB_KIND_CLAIM && i < sb_record_get_n_items (record, SB_CLAIM_STATEMENTS); i++)
    {
      SbQuotation found = read_statement (sb_record_get_item (record, SB_CLAIM_STATEMENTS, i), evidence);

      if (has_words (text, found.words))
        return found;
    }

  return none;
}

char *
_sb_quotation_dup_marked (const char *words,
                          SbLanguage language)
{
  g_autofree char *escaped = sb_rich_text_escape (words);

  return language == SB_LANGUAGE_FR ? g_strdup_printf ("«\302\240%s\302\240»", escaped) : g_strdup_printf ("“%s”", escaped);
}

/* Whether the words are in the language of an edition: their tag or what it begins with. */
static gboolean
is_in_language (const SbQuotation *self,
                SbLanguage language)
{
  SbLanguage own;

  return self->language != NULL && sb_language_parse (self->language, &own) && own == language;
}

char *
_sb_quotation_dup_translation (const SbQuotation *self,
                               SbWording *wording,
                               SbRecord *record)
{
  const char *translation = sb_bilingual_get (self->translation, wording->language);
  const char *translator = sb_bilingual_get (self->translator, wording->language);
  g_autofree char *marked = NULL;
  g_autofree char *name = NULL;

  if (self->words == NULL || is_in_language (self, wording->language))
    return NULL;
  if (translation == NULL)
    {
      if (self->language != NULL)
        _sb_wording_add_lack (wording, SB_LACK_TRANSLATION, record, self->words);
      return NULL;
    }

  marked = _sb_quotation_dup_marked (translation, wording->language);
  name = sb_rich_text_escape (translator);

  return name[0] != '\0' ? g_strdup_printf ("%s \\" MARK "\302\240%s]", marked, name) : g_strdup_printf ("%s \\" MARK "]", marked);
}

/* Whether @evidence is of a document that is no translation or reprint of another. */
static gboolean
is_original (SbRecord *evidence)
{
  SbRef *origin = sb_record_get_ref (evidence, SB_EVIDENCE_ORIGIN);
  SbRef *document = sb_record_get_ref (evidence, SB_EVIDENCE_DOCUMENT);

  return origin == NULL || document == NULL || sb_ref_equal (origin, document);
}

/* Whether what is quoted of @evidence in @language can only be a translation. */
static gboolean
is_foreign (GPtrArray *evidence,
            SbLanguage language)
{
  gboolean is_known = FALSE;

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      SbRecord *item = g_ptr_array_index (evidence, i);
      const char *tag = sb_record_get_text (item, SB_EVIDENCE_LANGUAGE);
      SbLanguage own;

      if (!is_original (item) || tag == NULL)
        continue;
      if (sb_language_parse (tag, &own) && own == language)
        return FALSE;
      is_known = TRUE;
    }

  return is_known;
}

static gboolean
is_quoted_as_it_is (const char *words,
                    GPtrArray *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      SbRecord *item = g_ptr_array_index (evidence, i);
      const char *quote = sb_record_get_text (item, SB_EVIDENCE_QUOTE);

      if (is_original (item) && quote != NULL && has_words (quote, words))
        return TRUE;
    }

  return FALSE;
}

/* Behind the quotation that begins at @at; NULL when none does. */
static const char *
find_quotation_end (const char *at)
{
  static const char *const pairs[][2] = { { "“", "”" }, { "«", "»" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_has_prefix (at, pairs[i][0]))
      {
        const char *end = strstr (at, pairs[i][1]);

        return end != NULL ? end + strlen (pairs[i][1]) : NULL;
      }

  return NULL;
}

static gboolean
is_translated_quotation (const char *start,
                         const char *end,
                         GPtrArray *evidence)
{
  g_autofree char *quotation = g_strndup (start, (gsize) (end - start));
  g_autofree char *words = sb_fold (quotation);
  const char *behind = end;

  g_strstrip (words);
  while (g_str_has_prefix (behind, " ") || g_str_has_prefix (behind, "\302\240"))
    behind += behind[0] == ' ' ? 1 : 2;
  if (behind[0] == '\\')
    behind++;

  return strchr (words, ' ') != NULL && !g_str_has_prefix (behind, MARK) && !is_quoted_as_it_is (words, evidence);
}

char *
_sb_quotation_mark_translations (const char *markup,
                                 GPtrArray *evidence,
                                 SbLanguage language)
{
  GString *marked;
  const char *at = markup;

  if (!is_foreign (evidence, language))
    return g_strdup (markup);

  marked = g_string_new (NULL);
  while (at[0] != '\0')
    {
      const char *end = find_quotation_end (at);
      const char *next = end != NULL ? end : g_utf8_next_char (at);

      g_string_append_len (marked, at, next - at);
      if (end != NULL && is_translated_quotation (at, end, evidence))
        g_string_append (marked, "\302\240\\" MARK "]");
      at = next;
    }

  return g_string_free (marked, FALSE);
}

gboolean
_sb_quotation_is_translation (const char *text)
{
  const char *mark = g_strrstr (text, MARK);

  return mark != NULL && strchr (mark, ']') != NULL;
}

gboolean
_sb_quotation_is_speaker (const SbPiece *quote,
                          guint position)
{
  return position > 0 && position + 1 == sb_piece_get_n_children (quote) &&
         sb_piece_get_role (sb_piece_get_child (quote, position)) != SB_ROLE_TRANSLATION;
}
