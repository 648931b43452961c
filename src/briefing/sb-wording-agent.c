/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-wording-private.h"

#include "sb-text.h"

#include <string.h>

/* How who acts is called within a sentence, where records have a name as it stands in a
 * list: “selon les autorités militaires”, not “selon Autorités militaires”. A name that
 * begins with none of these words stays as it is: persons and brands have no article. */

/* Folded first words, separated by spaces. */
typedef struct
{
  const char *article; /* with its space */
  gboolean is_noun; /* the name describes: its first letter is small */
  const char *words;
} Articles;

static const Articles french[] = {
  { "les ", TRUE,
    "autorites habitants communautes ambassades compagnies medias populations milices combattants rebelles deplaces refugies transporteurs chauffeurs internautes "
    "ressortissants entreprises organisations associations agriculteurs eleveurs mediateurs chefs diplomates observateurs elus syndicats" },
  { "les ", FALSE, "forces fama famas etats-unis emirats nations" },
  { "le ", TRUE, "gouverneur gouvernement president porte-parole ministre ministere" },
  { "le ", FALSE,
    "conseil front groupe mouvement collectif comite parlement parti cadre centre haut jnim gsim fla mnla cnt grain "
    "mali niger senegal togo benin ghana burkina tchad nigeria cameroun maroc qatar royaume-uni" },
  { "la ", TRUE, "junte presidence" },
  { "la ", FALSE,
    "katiba coalition communaute coordination commission direction mission police gendarmerie garde force cedeao cma minusma dgse csp "
    "mauritanie guinee cote gambie france russie turquie chine belgique libye tunisie" },
  { "l’", TRUE, "armee ambassadeur ambassade imam opposition" },
  { "l’", FALSE, "alliance union organisation operation africa aes onu ua ue utrs algerie allemagne espagne italie ukraine" },
};

static const Articles english[] = {
  { "the ", TRUE,
    "transitional foreign inhabitants displaced self-defence fulani tuareg arab moorish communities airlines chinese senegalese indian mauritanian farmers herders local "
    "non-governmental governor ambassador associations" },
  { "the ", FALSE,
    "malian united european african economic alliance front group movement national organisation coordination council directorate-general joint un eu au dgse fama "
    "collective commission wagner azawad" },
};

/* Names of peoples keep their capital in English whatever they begin. */
static gboolean
is_adjective_of_place (const char *word)
{
  static const char *const words[] = { "fulani", "tuareg", "arab", "moorish", "chinese", "senegalese", "indian", "mauritanian", NULL };

  return g_strv_contains (words, word);
}

static gboolean
has_word (const char *words,
          const char *word)
{
  gsize length = strlen (word);

  for (const char *at = strstr (words, word); at != NULL; at = strstr (at + 1, word))
    if ((at == words || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
      return TRUE;

  return FALSE;
}

/* “Autorités” of “Autorités militaires”. */
static char *
fold_first_word (const char *name)
{
  const char *end = name;
  g_autofree char *word = NULL;

  while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)) && g_utf8_get_char (end) != 0x2019 && *end != '\'')
    end = g_utf8_next_char (end);
  word = g_strndup (name, (gsize) (end - name));

  /* Hyphens are folded into spaces, which part the words above. */
  return g_strdelimit (sb_fold (word), " ", '-');
}

static char *
lower_first (const char *name)
{
  g_autofree char *first = g_utf8_strdown (name, g_utf8_next_char (name) - name);

  return g_strconcat (first, g_utf8_next_char (name), NULL);
}

char *
_sb_wording_name_in_sentence (const char *name,
                              SbLanguage language)
{
  const Articles *articles = language == SB_LANGUAGE_FR ? french : english;
  guint n_articles = language == SB_LANGUAGE_FR ? G_N_ELEMENTS (french) : G_N_ELEMENTS (english);
  g_autofree char *word = fold_first_word (name);

  for (guint i = 0; word[0] != '\0' && i < n_articles; i++)
    if (has_word (articles[i].words, word))
      {
        gboolean is_small = articles[i].is_noun && !(language == SB_LANGUAGE_EN && is_adjective_of_place (word));
        g_autofree char *small = is_small ? lower_first (name) : g_strdup (name);

        return g_strconcat (articles[i].article, small, NULL);
      }

  return g_strdup (name);
}

char *
_sb_wording_dup_agent (const SbWording *self,
                       const SbRef *actor)
{
  return _sb_wording_name_in_sentence (_sb_wording_get_name (self, actor), self->language);
}
