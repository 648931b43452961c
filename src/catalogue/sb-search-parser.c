/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-search-node.h"

#include <string.h>

#include "sb-text.h"
#include "sb-words.h"

/* More than anybody types, in bytes, words and levels of parentheses. */
#define BYTES_MAX  4096
#define LEAVES_MAX 64
#define DEPTH_MAX  24

/* Of what was typed, at most so many characters are told. */
#define SOURCE_MAX 40

/* A prefix of one letter is most of the index. */
#define PREFIX_MIN 2

typedef struct
{
  const char *position; /* in the text */
  const char *end; /* of it */
  guint depth;
  guint n_leaves;
} Parser;

typedef enum
{
  OPERATOR_NONE,
  OPERATOR_AND,
  OPERATOR_OR,
  OPERATOR_NOT,
} Operator;

static const struct
{
  const char *name;
  Operator op;
} operators[] = {
  { "AND", OPERATOR_AND },
  { "ET", OPERATOR_AND },
  { "OR", OPERATOR_OR },
  { "OU", OPERATOR_OR },
  { "NOT", OPERATOR_NOT },
  { "SAUF", OPERATOR_NOT },
};

static const struct
{
  const char *name; /* folded */
  SbSearchField field;
} fields[] = {
  { "actor", SB_SEARCH_FIELD_ACTOR },
  { "acteur", SB_SEARCH_FIELD_ACTOR },
  { "place", SB_SEARCH_FIELD_PLACE },
  { "lieu", SB_SEARCH_FIELD_PLACE },
  { "source", SB_SEARCH_FIELD_SOURCE },
  { "kind", SB_SEARCH_FIELD_KIND },
  { "type", SB_SEARCH_FIELD_KIND },
  { "lang", SB_SEARCH_FIELD_LANGUAGE },
  { "langue", SB_SEARCH_FIELD_LANGUAGE },
  { "language", SB_SEARCH_FIELD_LANGUAGE },
  { "since", SB_SEARCH_FIELD_SINCE },
  { "depuis", SB_SEARCH_FIELD_SINCE },
  { "until", SB_SEARCH_FIELD_UNTIL },
  { "jusqu", SB_SEARCH_FIELD_UNTIL },
  { "jusque", SB_SEARCH_FIELD_UNTIL },
};

static SbSearchNode *parse_choice (Parser *parser,
                                   GError **error);

/* Says what is wrong from @start on. */
static gpointer
fail (Parser *parser,
      SbSearchError code,
      const char *start,
      GError **error)
{
  g_autofree char *rest = g_strndup (start, (gsize) (parser->end - start));

  g_strstrip (rest);
  if (g_utf8_strlen (rest, -1) > SOURCE_MAX)
    {
      g_autofree char *cut = g_utf8_substring (rest, 0, SOURCE_MAX);
      g_autofree char *message = g_strconcat (cut, "…", NULL);

      g_set_error_literal (error, SB_SEARCH_ERROR, code, message);
    }
  else
    g_set_error_literal (error, SB_SEARCH_ERROR, code, rest);

  return NULL;
}

static gunichar
peek (Parser *parser)
{
  return parser->position < parser->end ? g_utf8_get_char (parser->position) : 0;
}

static void
skip_space (Parser *parser)
{
  while (g_unichar_isspace (peek (parser)))
    parser->position = g_utf8_next_char (parser->position);
}

/* The mark that closes what @c opens; 0 when it opens nothing. */
static gunichar
get_closing (gunichar c)
{
  switch (c)
    {
    case '"':
      return '"';
    case 0x201C: /* “ */
      return 0x201D;
    case 0x201E: /* „ */
      return 0x201C;
    case 0x00AB: /* « */
      return 0x00BB;
    default:
      return 0;
    }
}

static gboolean
ends_word (gunichar c)
{
  return c == 0 || c == '(' || c == ')' || c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0x00AB ||
         c == 0x00BB || g_unichar_isspace (c);
}

/* The end of the word at @from. */
static const char *
find_word_end (Parser *parser,
               const char *from)
{
  while (from < parser->end && !ends_word (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);

  return from;
}

static Operator
peek_operator (Parser *parser,
               const char **end)
{
  const char *start = parser->position;
  gsize length;

  *end = find_word_end (parser, start);
  length = (gsize) (*end - start);
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (strlen (operators[i].name) == length && memcmp (operators[i].name, start, length) == 0)
      return operators[i].op;

  /* A dash alone is punctuation; before a word it is a NOT. */
  if (length > 1 && *start == '-')
    *end = start + 1;
  else if (length == 1 && *start == '-' && *end < parser->end && !g_unichar_isspace (g_utf8_get_char (*end)))
    *end = start + 1;
  else
    return OPERATOR_NONE;

  return OPERATOR_NOT;
}

static GStrv
split_words (const char *text)
{
  g_autofree char *joined = sb_words_join (text);
  SbWords words;

  if (joined[0] != '\0')
    return g_strsplit (joined, " ", -1);

  /* "l'" alone is what was asked for. */
  sb_words_init (&words, text, strlen (text));
  return sb_words_next (&words) ? g_strsplit (words.word, " ", -1) : g_new0 (char *, 1);
}

/* Makes the words of a leaf; one without any, say a dash, is dropped: *@node is
 * then NULL. */
static gboolean
take_leaf (Parser *parser,
           SbSearchNodeType type,
           const char *start,
           const char *end,
           SbSearchNode **node,
           GError **error)
{
  g_autoptr (SbSearchNode) leaf = _sb_search_node_new (type, start, end);

  if (++parser->n_leaves > LEAVES_MAX)
    {
      fail (parser, SB_SEARCH_ERROR_TOO_LONG, start, error);
      return FALSE;
    }

  leaf->words = split_words (leaf->source);
  *node = leaf->words[0] != NULL ? g_steal_pointer (&leaf) : NULL;
  return TRUE;
}

/* Reads the text between quotation marks, the first of which is at the
 * position. */
static gboolean
read_quoted (Parser *parser,
             const char **start,
             const char **end,
             GError **error)
{
  const char *opening = parser->position;
  gunichar closing = get_closing (peek (parser));

  parser->position = g_utf8_next_char (parser->position);
  *start = parser->position;
  while (parser->position < parser->end && peek (parser) != closing)
    parser->position = g_utf8_next_char (parser->position);

  if (parser->position >= parser->end)
    {
      fail (parser, SB_SEARCH_ERROR_QUOTE, opening, error);
      return FALSE;
    }

  *end = parser->position;
  parser->position = g_utf8_next_char (parser->position);
  return TRUE;
}

static gboolean
parse_phrase (Parser *parser,
              SbSearchNode **node,
              GError **error)
{
  const char *opening = parser->position;
  const char *start;
  const char *end;

  if (!read_quoted (parser, &start, &end, error))
    return FALSE;

  if (peek (parser) == '*')
    {
      fail (parser, SB_SEARCH_ERROR_STAR, opening, error);
      return FALSE;
    }

  return take_leaf (parser, SB_SEARCH_PHRASE, start, end, node, error);
}

static gboolean
parse_word (Parser *parser,
            SbSearchNode **node,
            GError **error)
{
  const char *start = parser->position;
  const char *end = find_word_end (parser, start);
  const char *star = memchr (start, '*', (gsize) (end - start));

  /* A closing mark that nothing opened is punctuation. */
  if (end == start)
    end = g_utf8_next_char (start);
  parser->position = end;
  if (star == NULL)
    return take_leaf (parser, SB_SEARCH_WORD, start, end, node, error);

  if (!take_leaf (parser, SB_SEARCH_PREFIX, start, star, node, error))
    return FALSE;

  if (star + 1 == end && *node != NULL && (*node)->words[1] == NULL && g_utf8_strlen ((*node)->words[0], -1) >= PREFIX_MIN)
    return TRUE;

  g_clear_pointer (node, _sb_search_node_free);
  fail (parser, SB_SEARCH_ERROR_STAR, start, error);
  return FALSE;
}

static gboolean
find_field (const char *start,
            const char *end,
            SbSearchField *field)
{
  g_autofree char *name = g_strndup (start, (gsize) (end - start));
  g_autofree char *folded = sb_fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, folded))
      {
        *field = fields[i].field;
        return TRUE;
      }

  return FALSE;
}

static const char *
skip_letters (Parser *parser,
              const char *from)
{
  while (from < parser->end && g_unichar_isalpha (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);

  return from;
}

static gboolean
is_apostrophe (Parser *parser,
               const char *p)
{
  return p < parser->end && (*p == '\'' || g_utf8_get_char (p) == 0x2019);
}

/* The colon behind the name of a field: letters alone, and no address. In French
 * a space stands before it, which is one only behind a name that there is: other
 * text has colons as well. */
static const char *
find_colon (Parser *parser)
{
  const char *name_end = skip_letters (parser, parser->position);
  const char *p = name_end;
  SbSearchField field;
  gboolean is_field = find_field (parser->position, name_end, &field);

  /* "jusqu’à" */
  if (is_field && field == SB_SEARCH_FIELD_UNTIL && is_apostrophe (parser, p))
    p = skip_letters (parser, g_utf8_next_char (p));

  while (is_field && p < parser->end && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  if (p == parser->position || p >= parser->end || *p != ':')
    return NULL;

  return parser->end - p > 2 && p[1] == '/' && p[2] == '/' ? NULL : p;
}

/* The values of a field: one phrase, or words with commas between them. */
static GStrv
read_values (Parser *parser,
             GError **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  const char *start = parser->position;
  const char *end;

  if (get_closing (peek (parser)) != 0)
    {
      if (!read_quoted (parser, &start, &end, error))
        return NULL;
      g_ptr_array_add (values, g_strstrip (g_strndup (start, (gsize) (end - start))));
    }
  else
    {
      g_autofree char *text = NULL;
      g_auto (GStrv) parts = NULL;

      end = find_word_end (parser, start);
      parser->position = end;
      text = g_strndup (start, (gsize) (end - start));
      parts = g_strsplit (text, ",", -1);
      for (guint i = 0; parts[i] != NULL; i++)
        if (parts[i][0] != '\0')
          g_ptr_array_add (values, g_strdup (parts[i]));
    }

  g_ptr_array_add (values, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&values), FALSE);
}

static gboolean
parse_field (Parser *parser,
             const char *colon,
             SbSearchNode **node,
             GError **error)
{
  const char *start = parser->position;
  g_autoptr (SbSearchNode) leaf = NULL;
  g_auto (GStrv) values = NULL;
  SbSearchField field;

  if (!find_field (start, skip_letters (parser, start), &field))
    {
      fail (parser, SB_SEARCH_ERROR_FIELD, start, error);
      return FALSE;
    }

  if (++parser->n_leaves > LEAVES_MAX)
    {
      fail (parser, SB_SEARCH_ERROR_TOO_LONG, start, error);
      return FALSE;
    }

  parser->position = colon + 1;
  /* French has a space after a colon. */
  skip_space (parser);
  values = read_values (parser, error);
  if (values == NULL)
    return FALSE;

  if (values[0] == NULL || values[0][0] == '\0')
    {
      fail (parser, SB_SEARCH_ERROR_FIELD_EMPTY, start, error);
      return FALSE;
    }

  leaf = _sb_search_node_new (SB_SEARCH_FIELD, start, parser->position);
  leaf->field = field;
  leaf->values = g_steal_pointer (&values);
  *node = g_steal_pointer (&leaf);
  return TRUE;
}

static gboolean
parse_group (Parser *parser,
             SbSearchNode **node,
             GError **error)
{
  const char *start = parser->position;

  if (++parser->depth > DEPTH_MAX)
    {
      fail (parser, SB_SEARCH_ERROR_TOO_LONG, start, error);
      return FALSE;
    }

  parser->position++;
  skip_space (parser);
  if (parser->position >= parser->end || peek (parser) == ')')
    {
      fail (parser, parser->position < parser->end ? SB_SEARCH_ERROR_EMPTY_GROUP : SB_SEARCH_ERROR_GROUP, start, error);
      return FALSE;
    }

  *node = parse_choice (parser, error);
  if (*node == NULL)
    return FALSE;

  if (peek (parser) != ')')
    {
      g_clear_pointer (node, _sb_search_node_free);
      fail (parser, SB_SEARCH_ERROR_GROUP, start, error);
      return FALSE;
    }

  parser->position++;
  parser->depth--;
  return TRUE;
}

static gboolean parse_term (Parser *parser,
                            SbSearchNode **node,
                            GError **error);

static gboolean
parse_not (Parser *parser,
           const char *behind,
           SbSearchNode **node,
           GError **error)
{
  const char *start = parser->position;
  g_autoptr (SbSearchNode) negation = NULL;
  SbSearchNode *child = NULL;

  if (++parser->depth > DEPTH_MAX)
    {
      fail (parser, SB_SEARCH_ERROR_TOO_LONG, start, error);
      return FALSE;
    }

  parser->position = behind;
  skip_space (parser);
  if (parser->position >= parser->end || peek (parser) == ')')
    {
      fail (parser, SB_SEARCH_ERROR_NOT, start, error);
      return FALSE;
    }

  if (!parse_term (parser, &child, error))
    return FALSE;

  parser->depth--;
  if (child == NULL)
    {
      fail (parser, SB_SEARCH_ERROR_NOT, start, error);
      return FALSE;
    }

  negation = _sb_search_node_new (SB_SEARCH_NOT, start, parser->position);
  g_ptr_array_add (negation->children, child);
  *node = g_steal_pointer (&negation);
  return TRUE;
}

/* *@node is NULL for what says nothing. */
static gboolean
parse_term (Parser *parser,
            SbSearchNode **node,
            GError **error)
{
  const char *end;
  const char *colon;
  Operator op = peek_operator (parser, &end);

  *node = NULL;
  if (op == OPERATOR_NOT)
    return parse_not (parser, end, node, error);

  if (op != OPERATOR_NONE)
    {
      fail (parser, SB_SEARCH_ERROR_OPERATOR, parser->position, error);
      return FALSE;
    }

  if (peek (parser) == '(')
    return parse_group (parser, node, error);

  if (get_closing (peek (parser)) != 0)
    return parse_phrase (parser, node, error);

  colon = find_colon (parser);
  return colon != NULL ? parse_field (parser, colon, node, error) : parse_word (parser, node, error);
}

/* One child stands for itself. */
static SbSearchNode *
simplify (SbSearchNode *node)
{
  SbSearchNode *child;

  if (node->children->len != 1)
    return node;

  child = g_ptr_array_steal_index (node->children, 0);
  _sb_search_node_free (node);
  return child;
}

/* Reads what must all be there, up to an OR, a closing parenthesis or the end. */
static SbSearchNode *
parse_all (Parser *parser,
           GError **error)
{
  const char *start = parser->position;
  g_autoptr (SbSearchNode) all = _sb_search_node_new (SB_SEARCH_AND, start, start);
  const char *pending_and = NULL;

  while (TRUE)
    {
      const char *end;
      SbSearchNode *node;
      Operator op;

      skip_space (parser);
      if (parser->position >= parser->end || peek (parser) == ')')
        break;

      op = peek_operator (parser, &end);
      if (op == OPERATOR_OR)
        break;

      if (op == OPERATOR_AND)
        {
          if (all->children->len == 0 || pending_and != NULL)
            return fail (parser, SB_SEARCH_ERROR_OPERATOR, parser->position, error);
          pending_and = parser->position;
          parser->position = end;
          continue;
        }

      if (!parse_term (parser, &node, error))
        return NULL;
      if (node == NULL)
        continue;
      g_ptr_array_add (all->children, node);
      pending_and = NULL;
    }

  if (pending_and != NULL)
    return fail (parser, SB_SEARCH_ERROR_OPERATOR, pending_and, error);

  g_free (all->source);
  all->source = g_strstrip (g_strndup (start, (gsize) (parser->position - start)));
  return simplify (g_steal_pointer (&all));
}

static SbSearchNode *
parse_choice (Parser *parser,
              GError **error)
{
  const char *start = parser->position;
  g_autoptr (SbSearchNode) choice = _sb_search_node_new (SB_SEARCH_OR, start, start);
  const char *last_or = NULL;

  while (TRUE)
    {
      SbSearchNode *node = parse_all (parser, error);
      const char *end;

      if (node == NULL)
        return NULL;

      /* Nothing between two of them, or only what says nothing. */
      if (node->type == SB_SEARCH_AND && node->children->len == 0)
        {
          gboolean is_whole = last_or == NULL && (parser->position >= parser->end || peek (parser) == ')');

          _sb_search_node_free (node);
          if (is_whole)
            return fail (parser, parser->depth > 0 ? SB_SEARCH_ERROR_EMPTY_GROUP : SB_SEARCH_ERROR_EMPTY, start, error);
          return fail (parser, SB_SEARCH_ERROR_OPERATOR, last_or != NULL ? last_or : parser->position, error);
        }

      g_ptr_array_add (choice->children, node);
      if (parser->position >= parser->end || peek (parser) == ')')
        break;

      last_or = parser->position;
      peek_operator (parser, &end);
      parser->position = end;
    }

  g_free (choice->source);
  choice->source = g_strstrip (g_strndup (start, (gsize) (parser->position - start)));
  return simplify (g_steal_pointer (&choice));
}

SbSearchNode *
_sb_search_node_parse (const char *text,
                       GError **error)
{
  Parser parser = { .position = text, .end = text + strlen (text) };
  g_autoptr (SbSearchNode) node = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, SB_SEARCH_ERROR, SB_SEARCH_ERROR_ENCODING, "");
      return NULL;
    }

  if (parser.end - text > BYTES_MAX)
    return fail (&parser, SB_SEARCH_ERROR_TOO_LONG, text, error);

  skip_space (&parser);
  if (parser.position >= parser.end)
    return fail (&parser, SB_SEARCH_ERROR_EMPTY, text, error);

  if (peek (&parser) == ')')
    return fail (&parser, SB_SEARCH_ERROR_GROUP_END, text, error);

  node = parse_choice (&parser, error);
  if (node == NULL)
    return NULL;

  if (parser.position < parser.end)
    return fail (&parser, SB_SEARCH_ERROR_GROUP_END, parser.position, error);

  return g_steal_pointer (&node);
}
