-- Each event was entered in two indexes that do not need it: it has no position before it is numbered, and an id that
-- nobody else can have.

drop index history_position;
create unique index history_position on history (team_id, position) where position is not null;

alter table outbox drop constraint outbox_message_id_key;
create unique index outbox_message on outbox (message_id) where entry is null;
