-- What a reader of a report opened besides it: a telephone number in it, a photograph, a sound.
alter table voice_reading add column what text not null default 'report' check (what in ('report', 'number', 'photo', 'sound'));
-- A voice note as it was sent, sealed like the words.
alter table voice_text drop constraint voice_text_kind_check;
alter table voice_text add constraint voice_text_kind_check
  check (kind in ('report', 'where', 'when', 'who', 'fact', 'answer', 'note', 'sound'));
-- A text that endangered somebody was erased: that it was is kept, the text is not.
alter table voice_decision drop constraint voice_decision_act_check;
alter table voice_decision add constraint voice_decision_act_check check (act in ('triaged', 'answered', 'named', 'erased'));
