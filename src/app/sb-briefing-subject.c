/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefing-subject.h"

#include "sb-actor.h"
#include "sb-briefing.h"
#include "sb-code-names.h"
#include "sb-place.h"
#include "sb-translate.h"

/* As it is commonly called: an actor by its initials. */
static const char *
get_name (SbRecord *subject,
          SbLanguage language)
{
  if (sb_record_get_kind (subject) == SB_KIND_ACTOR && sb_record_has (subject, SB_ACTOR_SHORT_NAME))
    return sb_record_get_text (subject, SB_ACTOR_SHORT_NAME);

  return sb_record_get_title (subject, language);
}

char *
sb_briefing_subject_dup_title (const SbTemplate *template,
                               SbRecord *subject,
                               SbLanguage language)
{
  const char *title = sb_template_get_title (template, language);

  if (subject == NULL)
    return g_strdup (title);

  /* Translators: the title of a briefing; what it is, and whom or what it is about:
   * “Thematic note: Kayes”. */
  return g_strdup_printf (sb_translate_context (language, "title of a briefing", "%s: %s"), title, get_name (subject, language));
}

void
sb_briefing_subject_set_tag (SbRecordBuilder *builder,
                             const char *country)
{
  const char *names[SB_N_LANGUAGES];
  g_autofree char *french = NULL;
  g_autofree char *english = NULL;

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    if (country == NULL || !(names[i] = sb_country_get_name (country, (SbLanguage) i)))
      return;

  french = g_utf8_strup (names[SB_LANGUAGE_FR], -1);
  english = g_utf8_strup (names[SB_LANGUAGE_EN], -1);
  sb_record_builder_set_words (builder, SB_BRIEFING_TAG, french, english);
}

/* The title in @language: that of the new subject, where it was that of the one before.
 * Free with g_free(); NULL for none. */
static char *
dup_renamed (SbRecord *edited,
             const SbTemplate *template,
             SbRecord *before,
             SbRecord *subject,
             SbLanguage language)
{
  const char *title = sb_bilingual_get (sb_record_get_bilingual (edited, SB_BRIEFING_TITLE), language);
  g_autofree char *proposed = sb_briefing_subject_dup_title (template, before, language);

  return g_strcmp0 (title, proposed) == 0 ? sb_briefing_subject_dup_title (template, subject, language) : g_strdup (title);
}

static gboolean
has_country_tag (SbRecord *edited)
{
  SbBilingual *tag = sb_record_get_bilingual (edited, SB_BRIEFING_TAG);

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      const char *name = sb_bilingual_get (tag, (SbLanguage) i);

      if (name != NULL && sb_country_find (name, (SbLanguage) i) == NULL)
        return FALSE;
    }

  return TRUE;
}

SbRecord *
sb_briefing_subject_rename (SbRecord *edited,
                            const SbTemplate *template,
                            SbRecord *before,
                            SbRecord *subject)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (edited);
  g_autofree char *french = dup_renamed (edited, template, before, subject, SB_LANGUAGE_FR);
  g_autofree char *english = dup_renamed (edited, template, before, subject, SB_LANGUAGE_EN);

  sb_record_builder_set_words (builder, SB_BRIEFING_TITLE, french, english);
  if (subject != NULL && sb_record_get_kind (subject) == SB_KIND_PLACE && has_country_tag (edited))
    sb_briefing_subject_set_tag (builder, sb_record_get_text (subject, SB_PLACE_COUNTRY));

  return sb_record_builder_end (builder);
}
