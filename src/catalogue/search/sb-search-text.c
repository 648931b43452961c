/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-search-text.h"

#include "sb-claim.h"
#include "sb-extract.h"
#include "sb-search-rows.h"

/* Texts that are not said to anybody: addresses, codes, what is around an
 * extract. */
static const char *const silent_fields[] = {
  "block",
  "country",
  "entry",
  "error_code",
  "error_message",
  "etag",
  "external_id",
  "hash",
  "home",
  "key",
  "language",
  "languages",
  "last_modified",
  "marking",
  "media_type",
  "pcode",
  "prefix",
  "suffix",
  "template",
  "text_hash",
  "url",
};

/* Of these a record is about; the others are where it comes from. */
static const SbKind named_kinds[] = {
  SB_KIND_ACTOR,
  SB_KIND_PLACE,
  SB_KIND_CORRIDOR,
  SB_KIND_ALLIANCE,
  SB_KIND_INSTRUMENT,
  SB_KIND_EVENT,
  SB_KIND_RESTRICTION,
};

void
_sb_search_text_init (SbSearchText *self)
{
  *self = (SbSearchText) { .title = g_string_new (NULL), .body = g_string_new (NULL) };
}

void
_sb_search_text_clear (SbSearchText *self)
{
  if (self->title != NULL)
    g_string_free (self->title, TRUE);
  if (self->body != NULL)
    g_string_free (self->body, TRUE);
  self->title = NULL;
  self->body = NULL;
}

static void
append (GString *out,
        SbTextMark *last,
        SbTextMark mark,
        const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;

  if (*last != mark)
    g_string_append_c (out, (char) mark);
  else
    g_string_append_c (out, '\n');
  *last = mark;
  g_string_append (out, text);
}

void
_sb_search_text_add_title (SbSearchText *self,
                           SbTextMark mark,
                           const char *text)
{
  append (self->title, &self->title_mark, mark, text);
}

void
_sb_search_text_add_body (SbSearchText *self,
                          SbTextMark mark,
                          const char *text)
{
  append (self->body, &self->body_mark, mark, text);
}

SbTextMark
_sb_search_text_note_language (SbSearchText *self,
                               const char *tag)
{
  SbLanguage language;

  if (tag == NULL || tag[0] == '\0')
    return SB_TEXT_ANY;

  if (!sb_language_parse (tag, &language))
    {
      self->languages |= SB_SEARCH_LANGUAGE_OTHER;
      return SB_TEXT_NAMES;
    }

  self->languages |= language == SB_LANGUAGE_FR ? SB_SEARCH_LANGUAGE_FR : SB_SEARCH_LANGUAGE_EN;
  return language == SB_LANGUAGE_FR ? SB_TEXT_FRENCH : SB_TEXT_ENGLISH;
}

/* The field that names a record; the quotation of an extract is its text. */
static int
get_title_field (const SbSchema *schema)
{
  return schema == &sb_extract_schema ? -1 : schema->title;
}

/* Other names of an actor or a place count as its title. */
static gboolean
is_other_name (const SbField *field)
{
  return g_str_equal (field->name, "name") || g_str_equal (field->name, "short_name");
}

static gboolean
is_silent (const SbField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (silent_fields); i++)
    if (g_str_equal (field->name, silent_fields[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_named (SbRef *ref)
{
  for (guint i = 0; i < G_N_ELEMENTS (named_kinds); i++)
    if (sb_ref_get_kind (ref) == named_kinds[i])
      return TRUE;

  return FALSE;
}

/* A text in no particular language: the words of a document or of a speaker are
 * in theirs, notes in any, and the rest are names. */
static SbTextMark
get_mark (SbSearchText *self,
          SbRecord *record,
          guint field,
          const char *language)
{
  const SbSchema *schema = sb_record_get_schema (record);

  if (schema == &sb_extract_schema)
    return field == SB_EXTRACT_QUOTE ? _sb_search_text_note_language (self, language) : SB_TEXT_ANY;

  if (schema == &sb_claim_statement_schema && field == SB_CLAIM_STATEMENT_WORDS)
    return _sb_search_text_note_language (self, sb_record_get_text (record, SB_CLAIM_STATEMENT_LANGUAGE));

  return SB_TEXT_NAMES;
}

static void
add_bilingual (SbSearchText *self,
               SbBilingual *words,
               gboolean is_title)
{
  static const SbTextMark marks[SB_N_LANGUAGES] = {
    [SB_LANGUAGE_FR] = SB_TEXT_FRENCH,
    [SB_LANGUAGE_EN] = SB_TEXT_ENGLISH,
  };

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    {
      const char *text = sb_bilingual_get (words, language);

      if (text == NULL || text[0] == '\0')
        continue;

      self->languages |= language == SB_LANGUAGE_FR ? SB_SEARCH_LANGUAGE_FR : SB_SEARCH_LANGUAGE_EN;
      if (is_title)
        _sb_search_text_add_title (self, marks[language], text);
      else
        _sb_search_text_add_body (self, marks[language], text);
    }
}

static void
add_ref (SbSearchText *self,
         SbRef *ref)
{
  const char *french = sb_ref_get_name (ref, SB_LANGUAGE_FR);
  const char *english = sb_ref_get_name (ref, SB_LANGUAGE_EN);

  if (!is_named (ref))
    return;

  _sb_search_text_add_body (self, SB_TEXT_FRENCH, french);
  if (g_strcmp0 (french, english) != 0)
    _sb_search_text_add_body (self, SB_TEXT_ENGLISH, english);
}

static void
add_field (SbSearchText *self,
           SbRecord *record,
           guint position,
           const char *language)
{
  const SbField *field = &sb_record_get_schema (record)->fields[position];
  gboolean is_title = (int) position == get_title_field (sb_record_get_schema (record)) || is_other_name (field);

  switch (field->type)
    {
    case SB_FIELD_TEXT:
      if (is_silent (field))
        return;
      if (is_title)
        _sb_search_text_add_title (self, get_mark (self, record, position, language), sb_record_get_text (record, position));
      else
        _sb_search_text_add_body (self, get_mark (self, record, position, language), sb_record_get_text (record, position));
      return;

    case SB_FIELD_BILINGUAL:
      add_bilingual (self, sb_record_get_bilingual (record, position), is_title);
      return;

    case SB_FIELD_REF:
      add_ref (self, sb_record_get_ref (record, position));
      return;

    case SB_FIELD_LIST:
      for (guint i = 0; i < sb_record_get_n_items (record, position); i++)
        _sb_search_text_add_record (self, sb_record_get_item (record, position, i), language);
      return;

    default:
      return;
    }
}

void
_sb_search_text_add_record (SbSearchText *self,
                            SbRecord *record,
                            const char *language)
{
  for (guint i = 0; i < sb_record_get_schema (record)->n_fields; i++)
    if (sb_record_has (record, i))
      add_field (self, record, i, language);
}

static void
append_plain (GString *out,
              SbRecord *record,
              SbLanguage language)
{
  const SbSchema *schema = sb_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const SbField *field = &schema->fields[i];
      const char *text = NULL;

      if (!sb_record_has (record, i) || (int) i == get_title_field (schema))
        continue;

      if (field->type == SB_FIELD_TEXT && !is_silent (field))
        text = sb_record_get_text (record, i);
      else if (field->type == SB_FIELD_BILINGUAL)
        text = sb_record_get_words (record, i, language);
      else if (field->type == SB_FIELD_REF && is_named (sb_record_get_ref (record, i)))
        text = sb_ref_get_name (sb_record_get_ref (record, i), language);

      if (text != NULL && text[0] != '\0')
        g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", text);
      for (guint j = 0; field->type == SB_FIELD_LIST && j < sb_record_get_n_items (record, i); j++)
        append_plain (out, sb_record_get_item (record, i, j), language);
    }
}

char *
_sb_search_text_dup_plain (SbRecord *record,
                           SbLanguage language)
{
  GString *out = g_string_new (NULL);

  append_plain (out, record, language);
  return g_string_free (out, FALSE);
}
