/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-appendix.h"

#include "sb-block-list.h"

#include <string.h>

/* Heads of such parts are no longer, in bytes. */
#define MAX_HEAD 120
/* The notice of a paywall is no longer, in bytes. */
#define MAX_NOTICE 300
/* Paragraphs of so many words are text. */
#define MIN_WORDS 25
/* No more of the text than this stands under an article. */
#define MAX_SHARE 0.3
/* How many of the last blocks may tell who the author is. */
#define MAX_BIO 3

/* What stands over links to other articles, or over an invitation; in lower
 * case. */
static const char *const related_heads[] = {
  "related",
  "related articles",
  "related posts",
  "related stories",
  "related content",
  "related news",
  "related topics",
  "related links",
  "you may also like",
  "you might also like",
  "you may also be interested",
  "more from",
  "more stories",
  "more on this",
  "more news",
  "read also",
  "also read",
  "read next",
  "up next",
  "recommended",
  "don't miss",
  "don’t miss",
  "most popular",
  "most read",
  "trending",
  "latest news",
  "latest stories",
  "popular posts",
  "recent posts",
  "editor's picks",
  "editors' picks",
  "what to read next",
  "sponsored",
  "promoted",
  "tags",
  "filed under",
  "share this",
  "like this",
  "à lire aussi",
  "à lire également",
  "à lire ensuite",
  "a lire aussi",
  "a lire également",
  "lire aussi",
  "lire la suite",
  "lire également",
  "voir aussi",
  "à voir aussi",
  "à découvrir",
  "sur le même sujet",
  "sur le même thème",
  "audios et vidéos sur le sujet",
  "dans la même rubrique",
  "dans le même dossier",
  "nos lecteurs ont lu",
  "article précédent",
  "article suivant",
  "du même auteur",
  "articles similaires",
  "articles liés",
  "articles connexes",
  "articles récents",
  "articles associés",
  "articles recommandés",
  "autres articles",
  "plus d'articles",
  "plus d’articles",
  "nos derniers articles",
  "derniers articles",
  "dernières actualités",
  "les derniers articles",
  "les plus lus",
  "les articles les plus lus",
  "le plus lu",
  "les plus populaires",
  "vous aimerez aussi",
  "vous aimerez peut-être",
  "vous pourriez aussi aimer",
  "cela pourrait vous intéresser",
  "ces articles pourraient vous intéresser",
  "ça peut vous intéresser",
  "et aussi",
  "l'actu en continu",
  "contenus sponsorisés",
  "contenu sponsorisé",
  "recommandé pour vous",
  "la rédaction vous conseille",
  "la rédaction vous recommande",
  "mots-clés",
  "mots clés",
  "étiquettes",
  "thèmes associés",
  "partager",
  "partagez",
  "mehr zum thema",
  "auch interessant",
  "das könnte sie auch interessieren",
  "das könnte dich auch interessieren",
  "weitere artikel",
  "weitere meldungen",
  "weitere nachrichten",
  "ähnliche artikel",
  "ähnliche beiträge",
  "lesen sie auch",
  "meistgelesen",
  "verwandte artikel",
  "verwandte themen",
  "passend zum thema",
  "schlagwörter",
  "teilen mit",
  "gefällt mir",
  "noticias relacionadas",
  "artículos relacionados",
  "te puede interesar",
  "también te puede interesar",
  "le puede interesar",
  "lo más leído",
  "las más leídas",
  "más noticias",
  "lea también",
  "lea además",
  "etiquetas",
  "leia também",
  "leia mais",
  "veja também",
  "notícias relacionadas",
  "mais lidas",
  "leggi anche",
  "articoli correlati",
  "potrebbe interessarti",
  "lees ook",
  "czytaj także",
  "czytaj też",
  "zobacz także",
  "читайте также",
  "самые популярные",
  "похожие статьи",
  "اقرأ أيضا",
  "اقرأ أيضاً",
  "إقرأ أيضا",
  "مواضيع ذات صلة",
  "أخبار ذات صلة",
  "الأكثر قراءة",
  "newsletter",
  "abonnez-vous",
  "inscrivez-vous",
  "subscribe",
  "sign up",
  "restez informé",
  "suivez-nous",
  "nous suivre",
  "retrouvez-nous",
  "follow us",
  "stay informed",
  "get our newsletter",
};

/* What stands over the last words of a page, which are about the author, the
 * publisher or the readers. */
static const char *const closing_heads[] = {
  "about the author",
  "about author",
  "about us",
  "about this site",
  "author bio",
  "à propos de l'auteur",
  "à propos de l’auteur",
  "à propos des auteurs",
  "à propos de nous",
  "l'auteur",
  "l’auteur",
  "qui sommes-nous",
  "über den autor",
  "über die autorin",
  "über den author",
  "über uns",
  "sobre el autor",
  "acerca del autor",
  "sobre o autor",
  "comments",
  "leave a comment",
  "leave a reply",
  "join the conversation",
  "commentaires",
  "vos commentaires",
  "vos réactions",
  "réagir à cet article",
  "laisser un commentaire",
  "kommentare",
  "comentarios",
  "comentários",
  "a word to our",
  "support our journalism",
  "support our work",
  "support us",
  "something to consider",
  "if you enjoyed this",
  "soutenez-nous",
  "soutenez notre",
  "soutenez la presse",
  "faites un don",
};

/* What a reader is told who has not paid: all words of one row. */
static const char *const paywalls[][2] = {
  { "réservé", "abonnés" },
  { "réservée", "abonnés" },
  { "réservé", "aux inscrits" },
  { "réservé", "adhérents" },
  { "il vous reste ", "article" },
  { "il vous reste ", "à lire" },
  { "déjà abonné", "" },
  { "déjà inscrit", "" },
  { "pour lire la suite", "" },
  { "lire la suite", "abonne" },
  { "abonnez-vous pour", "" },
  { "to continue reading", "" },
  { "subscribe to read", "" },
  { "this content is for", "subscribers" },
  { "article is for", "subscribers" },
  { "already a subscriber", "" },
  { "already have an account", "" },
  { "article is for members", "" },
  { "register for free to", "" },
  { "artikel", "für abonnenten" },
  { "exclusivo", "suscriptores" },
};

/* How much stands before each block: one entry more than there are blocks. */
typedef struct
{
  gsize *n_bytes; /* (owned) */
  guint *n_texts; /* (owned) paragraphs of text */
  guint n_blocks;
} Outline;

static gboolean
is_text (const SbBlock *block)
{
  SbBlockKind kind = sb_block_get_kind (block);

  return kind != SB_BLOCK_HEADING && kind != SB_BLOCK_FIGURE && _sb_count_words (sb_block_get_text (block)) >= MIN_WORDS;
}

/* TRUE for a short block that is one of @heads, or begins with one and ends in
 * a colon, and for a heading that begins with one of several words: a word
 * alone may begin any heading. */
static gboolean
is_head (const SbBlock *block,
         const char *const *heads,
         gsize n_heads)
{
  const char *text = sb_block_get_text (block);
  gboolean is_heading = sb_block_get_kind (block) == SB_BLOCK_HEADING;
  g_autofree char *lower = NULL;

  if (strlen (text) > MAX_HEAD)
    return FALSE;
  lower = g_utf8_strdown (text, -1);
  for (gsize i = 0; i < n_heads; i++)
    {
      const char *rest = lower + strlen (heads[i]);

      if (!g_str_has_prefix (lower, heads[i]))
        continue;
      if (is_heading && strpbrk (heads[i], " -") != NULL && !g_unichar_isalnum (g_utf8_get_char (rest)))
        return TRUE;
      if (g_str_has_suffix (lower, ":") && !g_unichar_isalnum (g_utf8_get_char (rest)))
        return TRUE;
      if (rest[strspn (rest, " .:!?")] == '\0' || g_str_equal (rest, "\u00a0:") || g_str_equal (rest, "…"))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_paywall (const SbBlock *block)
{
  g_autofree char *lower = NULL;

  if (strlen (sb_block_get_text (block)) > MAX_NOTICE)
    return FALSE;
  lower = g_utf8_strdown (sb_block_get_text (block), -1);
  for (guint i = 0; i < G_N_ELEMENTS (paywalls); i++)
    if (strstr (lower, paywalls[i][0]) != NULL && strstr (lower, paywalls[i][1]) != NULL)
      return TRUE;
  return FALSE;
}

static void
outline_init (Outline *self,
              GPtrArray *blocks)
{
  self->n_blocks = blocks->len;
  self->n_bytes = g_new0 (gsize, blocks->len + 1);
  self->n_texts = g_new0 (guint, blocks->len + 1);
  for (guint i = 0; i < blocks->len; i++)
    {
      const SbBlock *block = g_ptr_array_index (blocks, i);

      self->n_bytes[i + 1] = self->n_bytes[i] + strlen (sb_block_get_text (block));
      self->n_texts[i + 1] = self->n_texts[i] + (is_text (block) ? 1 : 0);
    }
}

static void
outline_clear (Outline *self)
{
  g_free (self->n_bytes);
  g_free (self->n_texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outline, outline_clear)

/* TRUE when little of the text is in the blocks from @start on. */
static gboolean
is_little (const Outline *outline,
           guint start)
{
  gsize all = outline->n_bytes[outline->n_blocks];

  return (double) (all - outline->n_bytes[start]) <= (double) all * MAX_SHARE;
}

static guint
count_texts_from (const Outline *outline,
                  guint start)
{
  return outline->n_texts[outline->n_blocks] - outline->n_texts[start];
}

/* Cuts the text at the first head of what stands under it. */
static void
cut_closing (GPtrArray *blocks)
{
  g_auto (Outline) outline = { 0 };

  outline_init (&outline, blocks);
  for (guint i = 1; i < blocks->len; i++)
    if (is_little (&outline, i) && is_head (g_ptr_array_index (blocks, i), closing_heads, G_N_ELEMENTS (closing_heads)))
      g_ptr_array_set_size (blocks, (int) i);
}

/* Where a part about other articles that starts at @start ends: at the end of
 * the page when no text follows, else at the first block that is no item of a
 * list. */
static guint
find_end (GPtrArray *blocks,
          const Outline *outline,
          guint start)
{
  guint end = start + 1;

  if (count_texts_from (outline, start) == 0 && is_little (outline, start))
    return blocks->len;
  while (end < blocks->len && sb_block_get_kind (g_ptr_array_index (blocks, end)) == SB_BLOCK_LIST_ITEM &&
         !is_text (g_ptr_array_index (blocks, end)))
    end++;
  return end;
}

static void
cut_related (GPtrArray *blocks)
{
  g_autofree gboolean *marks = g_new0 (gboolean, blocks->len + 1);
  g_auto (Outline) outline = { 0 };

  outline_init (&outline, blocks);
  for (guint i = 0; i < blocks->len;)
    {
      guint end = i + 1;

      if (is_head (g_ptr_array_index (blocks, i), related_heads, G_N_ELEMENTS (related_heads)))
        {
          end = find_end (blocks, &outline, i);
          for (guint j = i; j < end; j++)
            marks[j] = TRUE;
        }
      i = end;
    }
  _sb_remove_marked (blocks, marks);
}

/* At the notice of a paywall the text ends, unless it goes on. */
static void
cut_paywalls (GPtrArray *blocks)
{
  g_autofree gboolean *marks = g_new0 (gboolean, blocks->len + 1);
  g_auto (Outline) outline = { 0 };

  outline_init (&outline, blocks);
  for (guint i = 0; i < blocks->len; i++)
    {
      marks[i] = is_paywall (g_ptr_array_index (blocks, i));
      if (marks[i] && outline.n_texts[i] > 0 && count_texts_from (&outline, i + 1) == 0)
        g_ptr_array_set_size (blocks, (int) i);
    }
  _sb_remove_marked (blocks, marks);
}

/* "Awa Diarra is a journalist in Bamako." */
static void
cut_biography (GPtrArray *blocks,
               const char *byline)
{
  g_auto (GStrv) names = byline == NULL ? NULL : g_strsplit (byline, ", ", -1);
  g_auto (Outline) outline = { 0 };

  outline_init (&outline, blocks);
  for (guint i = blocks->len; names != NULL && i-- > MAX (blocks->len, MAX_BIO + 1) - MAX_BIO;)
    {
      const char *text = sb_block_get_text (g_ptr_array_index (blocks, i));

      for (guint j = 0; names[j] != NULL; j++)
        if (strchr (names[j], ' ') != NULL && g_str_has_prefix (text, names[j]) && is_little (&outline, i))
          {
            g_ptr_array_set_size (blocks, (int) i);
            break;
          }
    }
}

void
_sb_drop_appendix (GPtrArray *blocks,
                   const char *byline)
{
  cut_paywalls (blocks);
  cut_closing (blocks);
  cut_related (blocks);
  cut_biography (blocks, byline);
}
