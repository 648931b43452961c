/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-outline-edit-private.h"

#include "sb-briefing.h"
#include "sb-clock.h"

SbRecord *
sb_outline_add_comment (const SbOutline *self,
                        const char *name,
                        const char *author,
                        const char *passage,
                        const char *text)
{
  SbRecordBuilder *comment;
  SbOutlineEdit edit;

  if (text == NULL || text[0] == '\0' || (name != NULL && sb_outline_find (self, name) == NULL))
    return NULL;

  comment = sb_record_builder_new (&sb_briefing_comment_schema);
  sb_record_builder_set_text (comment, SB_BRIEFING_COMMENT_BLOCK, name);
  sb_record_builder_set_text (comment, SB_BRIEFING_COMMENT_AUTHOR, author);
  sb_record_builder_set_text (comment, SB_BRIEFING_COMMENT_PASSAGE, passage);
  sb_record_builder_set_text (comment, SB_BRIEFING_COMMENT_TEXT, text);
  sb_record_builder_set_time (comment, SB_BRIEFING_COMMENT_WRITTEN, sb_clock_now ());
  edit = _sb_outline_edit_begin (self);
  sb_record_builder_take_item (edit.builder, SB_BRIEFING_COMMENTS, sb_record_builder_end (comment));

  return _sb_outline_edit_end (&edit);
}

typedef enum
{
  COMMENT_CLOSE,
  COMMENT_REOPEN,
  COMMENT_REMOVE,
} CommentChange;

static SbRecord *
change_comment (const SbOutline *self,
                guint comment,
                CommentChange change)
{
  guint n_comments = sb_record_get_n_items (self->briefing, SB_BRIEFING_COMMENTS);
  SbOutlineEdit edit;

  if (comment >= n_comments)
    return NULL;

  edit = _sb_outline_edit_begin (self);
  sb_record_builder_clear (edit.builder, SB_BRIEFING_COMMENTS);
  for (guint i = 0; i < n_comments; i++)
    {
      SbRecord *item = sb_record_get_item (self->briefing, SB_BRIEFING_COMMENTS, i);
      SbRecordBuilder *builder;

      if (i == comment && change == COMMENT_REMOVE)
        continue;

      builder = sb_record_builder_new_from (item);
      if (i == comment)
        sb_record_builder_set_boolean (builder, SB_BRIEFING_COMMENT_DONE, change == COMMENT_CLOSE);
      sb_record_builder_take_item (edit.builder, SB_BRIEFING_COMMENTS, sb_record_builder_end (builder));
    }

  return _sb_outline_edit_end (&edit);
}

SbRecord *
sb_outline_close_comment (const SbOutline *self,
                          guint comment)
{
  return change_comment (self, comment, COMMENT_CLOSE);
}

SbRecord *
sb_outline_reopen_comment (const SbOutline *self,
                           guint comment)
{
  return change_comment (self, comment, COMMENT_REOPEN);
}

SbRecord *
sb_outline_remove_comment (const SbOutline *self,
                           guint comment)
{
  return change_comment (self, comment, COMMENT_REMOVE);
}
