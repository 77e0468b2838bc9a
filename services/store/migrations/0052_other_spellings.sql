-- Names are found by other spellings of theirs than Latin ones too: "ATT" for "AT&T", and by any two signs of one that is
-- written without blanks. They take code, so the store works once more through all customers that are there now.

insert into backfills (name)
select 'derived forms' where exists (select from customers)
on conflict (name) do update set after_team = default, after_id = default, finished_at = null;
