/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-html-text.h"
#include "sb-xml-reader.h"

#include <string.h>

/* Makes well-formed what publishers break: bare ampersands and less-than signs,
 * the entities of HTML, control characters, end tags that are missing, crossed
 * or of another case, attributes without quotes or twice, prefixes that are
 * not declared, CDATA without an end. Goes once over the text from left to
 * right; where the text breaks off in a tag or in CDATA, so does the result. */

typedef enum
{
  MARK_GREATER,
  MARK_COMMENT_END,
  MARK_INSTRUCTION_END,
  MARK_CDATA_END,
  N_MARKS
} Mark;

static const char *const marks[N_MARKS] = { ">", "-->", "?>", "]]>" };

/* More prefixes than this at one place are not those of a feed. */
#define MAX_PREFIXES 1024

typedef struct
{
  char *name; /* (owned) as written */
  guint n_prefixes; /* declared in it and above */
} OpenElement;

typedef struct
{
  const char *p;
  const char *end;
  GString *out;
  GArray *open; /* (element-type OpenElement) */
  GPtrArray *prefixes; /* (owned) (element-type utf8) those declared here */
  gboolean finished; /* the root is closed, or the text broke off */
  gboolean lacks[N_MARKS]; /* no such mark from here on: do not look again */
} Repair;

typedef struct
{
  const char *start;
  gsize length;
} Span;

static gboolean
is_name_start (char c)
{
  return g_ascii_isalpha (c) || c == '_' || (guchar) c >= 0x80;
}

static gboolean
is_name_character (char c)
{
  return is_name_start (c) || g_ascii_isdigit (c) || c == '-' || c == '.' || c == ':';
}

static Span
read_name (Repair *self)
{
  Span name = { self->p, 0 };
  const char *colon;

  while (self->p < self->end && is_name_character (*self->p))
    self->p++;
  name.length = self->p - name.start;
  /* A colon joins two names: one at the end, or a second one, does not. */
  colon = memchr (name.start, ':', name.length);
  if (colon != NULL)
    colon = memchr (colon + 1, ':', name.start + name.length - colon - 1);
  if (colon != NULL)
    name.length = colon - name.start;
  while (name.length > 0 && name.start[name.length - 1] == ':')
    name.length--;

  return name;
}

/* Whether @prefix is next; nothing is read behind the end, where there may be
 * no memory. */
static gboolean
starts_with (Repair *self,
             const char *prefix)
{
  gsize n = strlen (prefix);

  return (gsize) (self->end - self->p) >= n && memcmp (self->p, prefix, n) == 0;
}

static void
skip_space (Repair *self)
{
  while (self->p < self->end && g_ascii_isspace (*self->p))
    self->p++;
}

static void
append_reference (GString *out,
                  gunichar character)
{
  if (character == '<' || character == '&')
    g_string_append_printf (out, "&#%u;", character);
  else
    g_string_append_unichar (out, character);
}

/* Writes the reference at @p, resolved or escaped; returns where it ends. */
static const char *
append_ampersand (GString *out,
                  const char *p,
                  const char *end)
{
  const char *name = p + 1;
  const char *stop = name;
  gunichar character = 0;

  while (stop < end && stop - name < 12 && (g_ascii_isalnum (*stop) || *stop == '#'))
    stop++;
  if (stop < end && *stop == ';' && *name == '#')
    {
      gboolean hex = name[1] == 'x' || name[1] == 'X';
      guint64 number = g_ascii_strtoull (name + (hex ? 2 : 1), NULL, hex ? 16 : 10);

      character = sb_html_number_to_character ((gint64) MIN (number, G_MAXINT32));
    }
  else if (stop < end && *stop == ';')
    character = sb_html_entity_lookup (name, stop - name);

  if (character == 0)
    {
      g_string_append (out, "&amp;");
      return name;
    }

  append_reference (out, character);
  return stop + 1;
}

/* @raw: in CDATA, where an ampersand is one. */
static void
append_text (GString *out,
             Span text,
             gboolean raw)
{
  const char *p = text.start;
  const char *end = text.start + text.length;

  while (p < end)
    {
      guchar c = (guchar) *p;

      if (c == '&' && !raw)
        {
          p = append_ampersand (out, p, end);
          continue;
        }
      if (c == '&')
        g_string_append (out, "&amp;");
      else if (c == '<')
        g_string_append (out, "&lt;");
      else if (c == '>')
        g_string_append (out, "&gt;");
      else if (c == '"')
        g_string_append (out, "&quot;");
      else if (c >= 0x20 || c == '\t' || c == '\n' || c == '\r')
        g_string_append_c (out, (char) c);
      /* U+FFFE and U+FFFF are not for XML. */
      if (c == 0xef && end - p >= 3 && (guchar) p[1] == 0xbf && (guchar) p[2] >= 0xbe)
        {
          g_string_truncate (out, out->len - 1);
          p += 2;
        }
      p++;
    }
}

static gboolean
is_declared (Repair *self,
             const char *prefix)
{
  if (g_str_equal (prefix, "xml") || g_str_equal (prefix, "xmlns"))
    return TRUE;
  for (guint i = self->prefixes->len; i > 0; i--)
    {
      if (g_str_equal (g_ptr_array_index (self->prefixes, i - 1), prefix))
        return TRUE;
    }

  return FALSE;
}

static char *
dup_prefix (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? g_strndup (name, colon - name) : NULL;
}

static void
declare_missing (Repair *self,
                 const char *name)
{
  g_autofree char *prefix = dup_prefix (name);
  const char *uri;

  if (prefix == NULL || is_declared (self, prefix))
    return;

  uri = sb_xml_ns_get_usual_uri (prefix);
  g_string_append_printf (self->out, " xmlns:%s=\"%s%s\"", prefix,
                          uri != NULL ? uri : "urn:undeclared:", uri != NULL ? "" : prefix);
  g_ptr_array_add (self->prefixes, g_steal_pointer (&prefix));
}

static void
pop_element (Repair *self)
{
  OpenElement *top = &g_array_index (self->open, OpenElement, self->open->len - 1);
  guint n_prefixes = self->open->len > 1 ? (top - 1)->n_prefixes : 0;

  g_string_append_printf (self->out, "</%s>", top->name);
  g_array_set_size (self->open, self->open->len - 1);
  g_ptr_array_set_size (self->prefixes, n_prefixes);
  if (self->open->len == 0)
    self->finished = TRUE;
}

/* The number of open elements down to the innermost one of that name; 0 when
 * there is none. */
static guint
find_open (Repair *self,
           const char *name)
{
  for (guint i = self->open->len; i > 0; i--)
    {
      if (g_ascii_strcasecmp (g_array_index (self->open, OpenElement, i - 1).name, name) == 0)
        return i;
    }

  return 0;
}

static void
close_down_to (Repair *self,
               guint n_open)
{
  while (self->open->len >= n_open && self->open->len > 0)
    pop_element (self);
}

/* Reads the value after "="; returns FALSE when the text breaks off in it. */
static gboolean
read_value (Repair *self,
            Span *value)
{
  char quote;
  const char *stop;

  skip_space (self);
  if (self->p >= self->end)
    return FALSE;

  quote = *self->p;
  if (quote == '"' || quote == '\'')
    {
      value->start = ++self->p;
      stop = memchr (self->p, quote, self->end - self->p);
      if (stop == NULL)
        return FALSE;
      value->length = stop - value->start;
      self->p = stop + 1;
      return TRUE;
    }

  value->start = self->p;
  while (self->p < self->end && !g_ascii_isspace (*self->p) && *self->p != '>' && *self->p != '<')
    self->p++;
  value->length = self->p - value->start;
  if (value->length > 0 && self->p < self->end && *self->p == '>' && self->p[-1] == '/')
    {
      value->length--;
      self->p--;
    }

  return TRUE;
}

/* Reads attributes into @names and the output; returns FALSE when the text
 * breaks off. */
static gboolean
read_attributes (Repair *self,
                 GPtrArray *names)
{
  for (;;)
    {
      g_autofree char *name = NULL;
      Span span;
      Span value = { "", 0 };

      skip_space (self);
      if (self->p >= self->end)
        return FALSE;
      if (*self->p == '>' || *self->p == '<' || starts_with (self, "/>"))
        return TRUE;
      if (!is_name_start (*self->p))
        {
          self->p++;
          continue;
        }

      span = read_name (self);
      name = g_strndup (span.start, span.length);
      skip_space (self);
      if (self->p < self->end && *self->p == '=')
        {
          self->p++;
          if (!read_value (self, &value))
            return FALSE;
        }
      if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL) ||
          (g_str_has_prefix (name, "xmlns:") && value.length == 0) ||
          names->len >= SB_XML_MAX_ATTRIBUTES)
        continue;

      if (g_str_has_prefix (name, "xmlns:"))
        g_ptr_array_add (self->prefixes, g_strdup (name + strlen ("xmlns:")));
      g_string_append_printf (self->out, " %s=\"", name);
      append_text (self->out, value, FALSE);
      g_string_append_c (self->out, '"');
      g_ptr_array_add (names, g_steal_pointer (&name));
    }
}

static void
push_element (Repair *self,
              const char *name)
{
  OpenElement element = { g_strdup (name), self->prefixes->len };

  g_array_append_val (self->open, element);
}

/* An item does not hold an item: the end tag of the first is missing. */
static void
close_item_before (Repair *self,
                   const char *name)
{
  guint n_open;

  if (g_ascii_strcasecmp (name, "item") != 0 && g_ascii_strcasecmp (name, "entry") != 0)
    return;
  n_open = find_open (self, name);
  if (n_open > 1)
    close_down_to (self, n_open);
}

static void
read_start_tag (Repair *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = NULL;
  gboolean empty;
  Span span;

  self->p++;
  span = read_name (self);
  name = g_strndup (span.start, span.length);
  close_item_before (self, name);

  g_string_append_printf (self->out, "<%s", name);
  if (!read_attributes (self, names))
    {
      self->finished = TRUE;
      return;
    }
  declare_missing (self, name);
  for (guint i = 0; i < names->len; i++)
    declare_missing (self, g_ptr_array_index (names, i));

  /* "source" is an element of HTML without an end, and of RSS with one. */
  empty = *self->p == '/' ||
          (sb_html_is_void (name) && g_ascii_strcasecmp (name, "source") != 0);
  if (*self->p != '<')
    self->p += *self->p == '/' ? 2 : 1;
  g_string_append_c (self->out, '>');
  push_element (self, name);
  if (empty)
    pop_element (self);
}

static void
read_end_tag (Repair *self)
{
  g_autofree char *name = NULL;
  guint n_open;
  Span span;

  self->p += 2;
  span = read_name (self);
  name = g_strndup (span.start, span.length);
  while (self->p < self->end && *self->p != '>' && *self->p != '<')
    self->p++;
  if (self->p < self->end && *self->p == '>')
    self->p++;

  n_open = find_open (self, name);
  if (n_open > 0)
    close_down_to (self, n_open);
}

/* Where the next such mark is, or NULL. */
static const char *
find_mark (Repair *self,
           Mark mark)
{
  const char *found = NULL;

  if (!self->lacks[mark])
    found = memmem (self->p, self->end - self->p, marks[mark], strlen (marks[mark]));
  if (found == NULL)
    self->lacks[mark] = TRUE;

  return found;
}

/* Where CDATA ends that nothing ends: before the end tag of the element that it
 * is in. */
static const char *
find_cdata_stop (Repair *self)
{
  const OpenElement *top;
  g_autofree char *tag = NULL;

  if (self->open->len == 0)
    return NULL;
  top = &g_array_index (self->open, OpenElement, self->open->len - 1);
  tag = g_strconcat ("</", top->name, NULL);

  return g_strstr_len (self->p, self->end - self->p, tag);
}

static void
read_cdata (Repair *self)
{
  const char *stop;
  Span text;

  self->p += strlen ("<![CDATA[");
  stop = find_mark (self, MARK_CDATA_END);
  if (stop == NULL)
    {
      stop = find_cdata_stop (self);
      if (stop == NULL)
        {
          self->finished = TRUE;
          return;
        }
    }

  text.start = self->p;
  text.length = stop - self->p;
  if (self->open->len > 0)
    append_text (self->out, text, TRUE);
  self->p = g_str_has_prefix (stop, "]]>") ? stop + 3 : stop;
}

static void
skip_to (Repair *self,
         Mark mark)
{
  const char *stop = find_mark (self, mark);
  gsize length = strlen (marks[mark]);

  if (stop == NULL)
    {
      stop = find_mark (self, MARK_GREATER);
      length = 1;
    }
  self->p = stop == NULL ? self->end : stop + length;
}

static void
read_mark (Repair *self)
{
  gsize left = self->end - self->p;

  if (starts_with (self, "<!--"))
    skip_to (self, MARK_COMMENT_END);
  else if (starts_with (self, "<![CDATA["))
    read_cdata (self);
  else if (starts_with (self, "<?"))
    skip_to (self, MARK_INSTRUCTION_END);
  else if (left > 2 && self->p[1] == '!' && g_ascii_isalpha (self->p[2]))
    skip_to (self, MARK_GREATER);
  else if (left > 2 && self->p[1] == '/' && is_name_start (self->p[2]))
    read_end_tag (self);
  else if (left > 1 && is_name_start (self->p[1]))
    read_start_tag (self);
  else
    {
      if (self->open->len > 0)
        g_string_append (self->out, "&lt;");
      self->p++;
    }
}

static void
element_clear (gpointer element)
{
  g_free (((OpenElement *) element)->name);
}

static gboolean
can_go_on (Repair *self)
{
  return self->p < self->end && !self->finished && self->open->len <= SB_XML_MAX_DEPTH &&
         self->prefixes->len <= MAX_PREFIXES;
}

char *
sb_xml_repair (const char *text,
               gsize length,
               gsize *repaired_length)
{
  Repair self = { text, text + length };

  self.out = g_string_sized_new (length + length / 8 + 64);
  self.open = g_array_new (FALSE, FALSE, sizeof (OpenElement));
  g_array_set_clear_func (self.open, element_clear);
  self.prefixes = g_ptr_array_new_with_free_func (g_free);

  while (can_go_on (&self))
    {
      const char *mark = memchr (self.p, '<', self.end - self.p);
      Span plain = { self.p, (mark != NULL ? mark : self.end) - self.p };

      if (self.open->len > 0)
        append_text (self.out, plain, FALSE);
      self.p += plain.length;
      if (mark != NULL)
        read_mark (&self);
    }

  g_array_unref (self.open);
  g_ptr_array_unref (self.prefixes);
  *repaired_length = self.out->len;

  return g_string_free (self.out, FALSE);
}
