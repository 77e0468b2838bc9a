-- Numbers as they are dialled and hosts of websites, for customers saved before there were such columns: they take code,
-- so the store works through all that are there now, once. Where it stands is kept here.

create table backfills (
  name text primary key,
  -- The last customer that was looked at
  after_team uuid not null default '00000000-0000-0000-0000-000000000000',
  after_id uuid not null default '00000000-0000-0000-0000-000000000000',
  finished_at timestamptz
);

-- In a new database there is nothing to do.
insert into backfills (name)
select 'derived forms' where exists (
  select from customers where (phone is not null and phone_e164 is null) or (website is not null and website_domain is null)
);
