/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-prompt.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* Longer than any token. */
#define MAX_LINE_BYTES (64 * 1024)

/* How the terminal was: a handler of signals has nothing else to know it by. */
static struct termios terminal_before;

/* Who presses Ctrl+C while nothing is shown wants to see again what is typed. */
static void
broken_off_cb (int number)
{
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &terminal_before);
  signal (number, SIG_DFL);
  raise (number);
}

static void
hide_input (void)
{
  struct termios quiet;

  tcgetattr (STDIN_FILENO, &terminal_before);
  quiet = terminal_before;
  quiet.c_lflag &= ~(tcflag_t) ECHO;
  signal (SIGINT, broken_off_cb);
  signal (SIGTERM, broken_off_cb);
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &quiet);
}

static void
show_input (void)
{
  tcsetattr (STDIN_FILENO, TCSADRAIN, &terminal_before);
  signal (SIGINT, SIG_DFL);
  signal (SIGTERM, SIG_DFL);
  fputc ('\n', stderr);
}

static char *
read_line (void)
{
  char *line = NULL;
  gsize size = 0;
  gssize length = getline (&line, &size, stdin);
  char *text = NULL;

  if (length >= 0 && length < MAX_LINE_BYTES)
    {
      line[strcspn (line, "\r\n")] = '\0';
      text = g_strdup (line);
    }
  free (line);
  return text;
}

char *
sb_cli_prompt (const char *label,
               gboolean is_hidden)
{
  gboolean is_terminal = isatty (STDIN_FILENO) == 1;
  char *line;

  g_return_val_if_fail (label != NULL, NULL);

  /* Before the question, so that a fast answer is hidden as well. */
  if (is_terminal && is_hidden)
    hide_input ();
  if (is_terminal)
    {
      fprintf (stderr, "%s ", label);
      fflush (stderr);
    }

  line = read_line ();
  if (is_terminal && is_hidden)
    show_input ();
  return line;
}
