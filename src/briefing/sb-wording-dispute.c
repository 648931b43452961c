/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-wording-private.h"

#include "sb-claim.h"
#include "sb-control.h"
#include "sb-denial.h"
#include "sb-evidence.h"
#include "sb-quotation-private.h"
#include "sb-translate.h"

#include <glib/gi18n.h>
#include <string.h>

/* How a stance is put before the names of those who take it, in the order in
 * which stances are told. */
static const struct
{
  SbClaimStance stance;
  gboolean is_against;
  const char *format;
} stances[] = {
  { SB_CLAIM_STANCE_ASSERTS, FALSE, N_ ("according to %s") },
  { SB_CLAIM_STANCE_CLAIMS, FALSE, N_ ("claimed by %s") },
  { SB_CLAIM_STANCE_CONFIRMS, FALSE, N_ ("confirmed by %s") },
  { SB_CLAIM_STANCE_MINIMISES, TRUE, N_ ("played down by %s") },
  { SB_CLAIM_STANCE_CONTESTS, TRUE, N_ ("contested by %s") },
  { SB_CLAIM_STANCE_DENIES, TRUE, N_ ("denied by %s") },
};

static gboolean
has_name (GPtrArray *names,
          const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (g_ptr_array_index (names, i), name))
      return TRUE;

  return FALSE;
}

/* What is said after the as-of day is not known on it. */
static gboolean
is_made (SbRecord *claim,
         SbRecord *statement,
         int day)
{
  return sb_denial_is_said_by (sb_denial_get_statement_date (claim, statement), day);
}

/* A speaker, and the words in the language in which they were said. */
static char *
dup_speaker (SbWording *self,
             SbRecord *claim,
             SbRecord *statement)
{
  SbQuotation quotation = _sb_quotation_from_statement (self->input, claim, statement);
  SbRef *speaker = sb_record_get_ref (statement, SB_CLAIM_STATEMENT_SPEAKER);
  g_autofree char *name = speaker != NULL ? _sb_wording_dup_agent (self, speaker) : g_strdup (sb_record_get_words (statement, SB_CLAIM_STATEMENT_ATTRIBUTION, self->language));
  g_autofree char *quoted = NULL;
  g_autofree char *translation = NULL;

  if (quotation.words == NULL)
    return g_steal_pointer (&name);

  quoted = _sb_quotation_dup_marked (quotation.words, self->language);
  translation = _sb_quotation_dup_translation (&quotation, self, claim);
  if (translation == NULL)
    return g_strdup_printf ("%s (%s)", name, quoted);

  return g_strdup_printf ("%s (%s, %s)", name, quoted, translation);
}

static void
append_stance (SbWording *self,
               GString *text,
               SbRecord *claim,
               guint stance)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  GString *format;

  for (guint i = 0; i < sb_record_get_n_items (claim, SB_CLAIM_STATEMENTS); i++)
    {
      SbRecord *statement = sb_record_get_item (claim, SB_CLAIM_STATEMENTS, i);
      g_autofree char *name = NULL;

      if (sb_record_get_term (statement, SB_CLAIM_STATEMENT_STANCE, -1) != (int) stances[stance].stance || !is_made (claim, statement, sb_briefing_input_get_as_of (self->input)))
        continue;
      name = dup_speaker (self, claim, statement);
      if (name[0] != '\0' && !has_name (names, name))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  if (names->len == 0)
    return;

  joined = _sb_wording_join (names, self->language);
  g_string_append (text, text->len > 0 ? "; " : "");
  format = g_string_new (sb_translate (self->language, stances[stance].format));
  g_string_replace (format, "%s", joined, 1);
  g_string_append (text, format->str);
  g_string_free (format, TRUE);
}

char *
_sb_wording_dup_positions (SbWording *self,
                           SbRecord *claim)
{
  GString *positions = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (stances); i++)
    append_stance (self, positions, claim, i);

  return g_string_free (positions, FALSE);
}

/* "**Proposition:** according to A; denied by B (“…”)¹." */
char *
_sb_wording_for_claim (SbWording *self,
                       SbRecord *claim)
{
  g_autofree char *proposition = _sb_wording_strip_stop (sb_record_get_words (claim, SB_CLAIM_PROPOSITION, self->language));
  g_autofree char *positions = _sb_wording_dup_positions (self, claim);
  g_autofree char *text = NULL;

  /* A text that cites the claim says there who asserts and who denies. */
  if (self->writes_uuids && _sb_wording_is_disputed_claim (claim, sb_briefing_input_get_as_of (self->input)))
    text = g_strdup_printf ("**%s**.", proposition);
  else if (positions[0] != '\0')
    text = g_strdup_printf (sb_translate_context (self->language, "claim and positions", "**%s:** %s."), proposition, positions);
  else
    text = g_strdup_printf ("**%s.**", proposition);

  return _sb_wording_source (self, claim, text);
}

gboolean
_sb_wording_is_disputed_claim (SbRecord *claim,
                               int day)
{
  gboolean is_held = FALSE;
  gboolean is_opposed = FALSE;

  for (guint i = 0; i < sb_record_get_n_items (claim, SB_CLAIM_STATEMENTS); i++)
    {
      SbRecord *statement = sb_record_get_item (claim, SB_CLAIM_STATEMENTS, i);
      int stance = sb_record_get_term (statement, SB_CLAIM_STATEMENT_STANCE, -1);

      for (guint k = 0; is_made (claim, statement, day) && k < G_N_ELEMENTS (stances); k++)
        {
          is_held = is_held || ((int) stances[k].stance == stance && !stances[k].is_against);
          is_opposed = is_opposed || ((int) stances[k].stance == stance && stances[k].is_against);
        }
    }

  return is_held && is_opposed;
}

GPtrArray *
_sb_wording_list_versions (const SbBriefingInput *input,
                           SbRecord *control)
{
  g_autoptr (GPtrArray) controls = sb_briefing_input_list (input, SB_KIND_CONTROL);
  GPtrArray *versions = g_ptr_array_new_with_free_func (g_object_unref);
  SbRef *place = sb_record_get_ref (control, SB_CONTROL_PLACE);

  for (guint i = 0; place != NULL && i < controls->len; i++)
    {
      SbRecord *version = g_ptr_array_index (controls, i);
      SbRef *other = sb_record_get_ref (version, SB_CONTROL_PLACE);

      if (other == NULL || !sb_ref_equal (place, other))
        continue;
      if (sb_record_is_retained (version))
        g_ptr_array_insert (versions, 0, g_object_ref (version));
      else
        g_ptr_array_add (versions, g_object_ref (version));
    }

  return versions;
}

/* "held by X", "contested by X", "under the influence of X" */
char *
_sb_wording_dup_hold (SbWording *self,
                      SbRecord *control)
{
  SbRef *holder = sb_record_get_ref (control, SB_CONTROL_HOLDER);
  const char *name = _sb_wording_get_name (self, holder);

  switch (sb_record_get_term (control, SB_CONTROL_KIND, SB_CONTROL_KIND_CONTROLS))
    {
    case SB_CONTROL_KIND_CONTESTS:
      return g_strdup_printf (sb_translate (self->language, "place contested by %s"), name);
    case SB_CONTROL_KIND_INFLUENCES:
      return g_strdup_printf (sb_translate (self->language, "place under the influence of %s"), name);
    case SB_CONTROL_KIND_CONTROLS:
    default:
      return g_strdup_printf (sb_translate (self->language, "place held by %s"), name);
    }
}

/* "according to S¹, held by X", or without a source "held by X" and the remark. */
char *
_sb_wording_dup_version (SbWording *self,
                         SbRecord *control)
{
  g_autofree char *hold = _sb_wording_dup_hold (self, control);
  g_autofree char *names = _sb_wording_dup_source_names (self, sb_briefing_input_get_evidence (self->input, control), SB_STANCE_SUPPORTS);

  if (names == NULL || self->writes_uuids)
    return _sb_wording_source (self, control, hold);

  return g_strdup_printf (sb_translate (self->language, "according to %s, %s"), names, hold);
}

/* "**Kidal:** according to A¹, held by X; according to B², contested by X." */
char *
_sb_wording_for_control (SbWording *self,
                         SbRecord *control)
{
  g_autoptr (GPtrArray) versions = _sb_wording_list_versions (self->input, control);
  SbRef *place = sb_record_get_ref (control, SB_CONTROL_PLACE);
  GString *text = g_string_new (NULL);
  char *worded;

  if (self->writes_uuids && versions->len > 1)
    {
      g_autofree char *name = g_strdup_printf ("**%s**.", place != NULL ? sb_ref_get_name (place, self->language) : "");

      g_string_free (text, TRUE);
      return _sb_wording_source (self, control, name);
    }
  for (guint i = 0; i < versions->len; i++)
    {
      g_autofree char *version = _sb_wording_dup_version (self, g_ptr_array_index (versions, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", version);
    }

  worded = g_strdup_printf (sb_translate_context (self->language, "claim and positions", "**%s:** %s."),
                            place != NULL ? sb_ref_get_name (place, self->language) : "", text->str);
  g_string_free (text, TRUE);

  return worded;
}
