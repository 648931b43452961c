/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-boilerplate.h"

#include "sb-block-list.h"
#include "sb-share-bar.h"

#include <string.h>

/* No notice is longer, in bytes. */
#define MAX_NOTICE 700
/* No short one is longer, in bytes. */
#define MAX_SHORT 300
/* No label is longer, in bytes. */
#define MAX_LABEL 60

/* How far from the end a comment form may start, in blocks. */
#define MAX_FORM 12

/* A block of fewer words than this is a fragment, and how much one weighs
 * against a word of prose. */
#define MAX_FRAGMENT_WORDS 9
#define FRAGMENT_WEIGHT    3
#define WORDS_PER_WEIGHT   15

/* A notice holds all words of one row; in lower case. */
static const char *const notices[][4] = {
  { "cookies", "partenaires", NULL },
  { "cookies", "consent", NULL },
  { "use cookies", NULL },
  { "uses cookies", NULL },
  { "using cookies", NULL },
  { "accept cookies", NULL },
  { "accept all cookies", NULL },
  { "cookie policy", NULL },
  { "accepter les cookies", NULL },
  { "utilise des cookies", NULL },
  { "utilisons des cookies", NULL },
  { "utilisation de cookies", NULL },
  { "utilisation des cookies", NULL },
  { "verwenden cookies", NULL },
  { "verwendet cookies", NULL },
  { "utilizamos cookies", NULL },
  { "usamos cookies", NULL },
  { "cookies", "technolog", NULL },
  { "cookies", "préférences", NULL },
  { "cookies", "preferences", NULL },
  { "cliquez ci-dessous pour accepter", NULL },
  { "vos choix seront appliqués uniquement à ce site", NULL },
  { "temps de lecture estimé", NULL },
  { "estimated reading time", NULL },
  { "sign up for our newsletter", NULL },
  { "subscribe to our newsletter", NULL },
  { "abonnez-vous à notre newsletter", NULL },
  { "inscrivez-vous à notre newsletter", NULL },
  { "your email address will not be published", NULL },
  { "votre adresse e-mail ne sera pas publiée", NULL },
  { "votre adresse de messagerie ne sera pas publiée", NULL },
  { "enable javascript", NULL },
  { "activer javascript", NULL },
  { "recaptcha", NULL },
  { "contain affiliate", NULL },
  { "may contain", "referral links", NULL },
};

/* Labels are notices when they hold all words of one row: how long the text
 * takes to read. */
static const char *const label_notices[][4] = {
  { "min", "de lecture", NULL },
  { "lecture", "minute", NULL },
  { "min read", NULL },
  { "minute read", NULL },
  { "lesezeit", "min", NULL },
  { "tiempo de lectura", NULL },
  { "tempo de leitura", NULL },
  { "tempo di lettura", NULL },
  { "leestijd", NULL },
  { "temps de lecture", NULL },
  { "nombre de vues", NULL },
  { "post views", NULL },
  { "reading time", NULL },
};

/* Short blocks are notices when they hold all words of one row. */
static const char *const short_notices[][4] = {
  { "suite", "après", "publicité", NULL },
  { "directement dans votre", "bo", "mail", NULL },
  { "recevez", "newsletter", NULL },
  { "recevez", "boîte mail", NULL },
  { "recevez", "par e-mail", NULL },
  { "inscrivez-vous", "newsletter", NULL },
  { "abonnez-vous", "newsletter", NULL },
  { "abonnez-vous", "chaîne", NULL },
  { "rejoignez", "whatsapp", NULL },
  { "rejoignez", "telegram", NULL },
  { "suivez", "téléchargeant", "application", NULL },
  { "téléchargez", "application", NULL },
  { "download", "our app", NULL },
  { "suivez-nous", NULL },
  { "newsletter", "désinscri", NULL },
  { "never miss", "sign", NULL },
  { "sign up", "newsletter", NULL },
  { "affiliate commission", NULL },
  { "image credit:", NULL },
  { "all rights reserved", NULL },
  { "tous droits réservés", NULL },
  { "reproduction interdite", NULL },
  { "alle rechte vorbehalten", NULL },
  { "todos los derechos reservados", NULL },
  { "todos os direitos reservados", NULL },
  { "tutti i diritti riservati", NULL },
  { "все права защищены", NULL },
  { "جميع الحقوق محفوظة", NULL },
  { "may not be published, broadcast", NULL },
  { "contributed to this report", NULL },
  { "write to ", "@", NULL },
  { "email ", "follow", "@", NULL },
  { "follow ", "on twitter", NULL },
  { "suivez ", "sur twitter", NULL },
  { "suivez", "sur facebook", NULL },
  { "suivez", "whatsapp", NULL },
  { "contact ", "reporter", "@", NULL },
};

/* Whole blocks that are notices, in lower case and without what follows the
 * words. */
static const char *const labels[] = {
  "advertisement",
  "publicité",
  "publicidad",
  "share this",
  "partager",
  "share",
  "tweet",
  "print",
  "imprimer",
  "imprimer cet article",
  "email this",
  "read more",
  "lire la suite",
  "read more:",
  "à lire aussi",
  "lire aussi",
  "related articles",
  "articles similaires",
  "sur le même sujet",
  "article suite à la publicité",
  "story continues below advertisement",
  "advertisement - continue reading below",
  "continue reading",
  "share on facebook",
  "partager sur facebook",
  "sponsored",
  "anzeige",
  "werbung",
  "facebook",
  "twitter",
  "whatsapp",
  "linkedin",
  "copy link",
  "copier le lien",
  "comments",
  "commentaires",
  "share this:",
  "partager :",
  "like this:",
  "j’aime ça :",
  "j'aime ça :",
  "loading...",
  "table des matières",
  "table of contents",
  "sommaire",
  "contents",
};

/* What stands over a comment form. */
static const char *const form_heads[] = {
  "laisser un commentaire",
  "laissez un commentaire",
  "ajouter un commentaire",
  "laisser une réponse",
  "leave a reply",
  "leave a comment",
  "post a comment",
  "add a comment",
  "leave your comments",
  "your email address will not be published",
  "votre adresse e-mail ne sera pas publiée",
  "deja un comentario",
  "schreibe einen kommentar",
  "annuler la réponse",
  "cancel reply",
};

static gboolean
holds_any_row (const char *lower,
               const char *const (*rows)[4],
               gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      guint j = 0;

      while (rows[i][j] != NULL && strstr (lower, rows[i][j]) != NULL)
        j++;
      if (rows[i][j] == NULL)
        return TRUE;
    }
  return FALSE;
}

/* "3 min", "1 234 vues" */
static gboolean
is_count (const char *lower)
{
  static const char *const units[] = { "min", "mn", "minute", "minutes", "vue", "vues", "views", "partages", "shares", "comments",
                                       "commentaire", "commentaires", NULL };
  g_autofree char *unit = NULL;
  const char *p = lower;

  while (g_ascii_isdigit (*p) || *p == ' ' || *p == '.' || *p == ',' || g_str_has_prefix (p, "\u00a0") || g_str_has_prefix (p, "\u202f"))
    p = g_utf8_next_char (p);
  unit = g_strndup (p, strcspn (p, "."));
  return p != lower && g_strv_contains (units, unit);
}

/* TRUE for a text that belongs to the page and not to the article: a notice
 * about cookies, an invitation to share, subscribe or comment. */
static gboolean
is_boilerplate (const char *text)
{
  g_autofree char *lower = NULL;

  if (strlen (text) > MAX_NOTICE)
    return FALSE;
  lower = g_utf8_strdown (text, -1);
  g_strstrip (lower);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (lower, labels[i]))
      return TRUE;
  if (_sb_is_share_bar (lower) || holds_any_row (lower, notices, G_N_ELEMENTS (notices)))
    return TRUE;
  if (strlen (text) <= MAX_LABEL && is_count (lower))
    return TRUE;
  if (strlen (text) <= MAX_LABEL && holds_any_row (lower, label_notices, G_N_ELEMENTS (label_notices)))
    return TRUE;
  return strlen (text) <= MAX_SHORT && holds_any_row (lower, short_notices, G_N_ELEMENTS (short_notices));
}

static gboolean
is_form_head (const SbBlock *block)
{
  g_autofree char *lower = g_utf8_strdown (sb_block_get_text (block), -1);

  for (guint i = 0; i < G_N_ELEMENTS (form_heads); i++)
    if (g_str_has_prefix (lower, form_heads[i]))
      return TRUE;
  return FALSE;
}

void
_sb_drop_boilerplate (GPtrArray *blocks)
{
  g_autofree gboolean *marks = NULL;

  for (guint i = blocks->len > MAX_FORM ? blocks->len - MAX_FORM : 0; i < blocks->len; i++)
    if (is_form_head (g_ptr_array_index (blocks, i)))
      g_ptr_array_set_size (blocks, (int) i);
  marks = g_new0 (gboolean, blocks->len + 1);
  for (guint i = 0; i < blocks->len; i++)
    marks[i] = is_boilerplate (sb_block_get_text (g_ptr_array_index (blocks, i)));
  _sb_remove_marked (blocks, marks);
}

/* "www.…", "name@…", "+221 77 …". */
static gboolean
has_contact (const char *text)
{
  const char *plus = strchr (text, '+');

  return strstr (text, "www.") != NULL || strchr (text, '@') != NULL || g_str_has_prefix (text, "http") ||
         (plus != NULL && g_ascii_isdigit (plus[1]) && strspn (plus + 1, "0123456789 ().-") >= 10);
}

/* Prose counts for the article, fragments against it: what comes after the
 * place where the sum is highest is more imprint than text. */
void
_sb_drop_imprint (GPtrArray *blocks)
{
  int sum = 0;
  int best = G_MININT;
  guint keep = blocks->len;
  guint n_contacts = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const SbBlock *block = g_ptr_array_index (blocks, i);
      guint n_words = _sb_count_words (sb_block_get_text (block));

      if (n_words <= MAX_FRAGMENT_WORDS && sb_block_get_kind (block) != SB_BLOCK_HEADING)
        sum -= FRAGMENT_WEIGHT;
      else
        sum += (int) MAX (n_words / WORDS_PER_WEIGHT, 1);
      if (sum >= best)
        {
          best = sum;
          keep = i + 1;
        }
    }
  for (guint i = keep; i < blocks->len; i++)
    n_contacts += has_contact (sb_block_get_text (g_ptr_array_index (blocks, i))) ? 1 : 0;
  if (n_contacts >= 2)
    g_ptr_array_set_size (blocks, (int) keep);
}
