-- The phones of contacts are found by their international form too; it takes code, so the store works through all
-- customers that have any.
insert into backfills (name)
select 'derived forms'
where exists (select from customers where jsonb_path_exists(contacts, '$[*].phone ? (@ != null)'))
on conflict (name) do update set after_team = default, after_id = default, finished_at = null;
