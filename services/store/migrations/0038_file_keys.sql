-- File keys are signed, not stored; all of a team end when this number moves on.

alter table teams add column file_key_rotation int not null default 0;
