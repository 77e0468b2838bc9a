-- What happened, kept: each change with who made it and what was before; the feed of a team is read from here.

create table history (
  -- In the order of writing, which is not the order of commits
  entry bigint generated always as identity primary key,
  team_id uuid not null,
  -- The order of the team's feed, without gaps. Given after the commit, by one relay at a time: whoever has seen a
  -- position can never find a smaller one later.
  position bigint,
  id uuid not null,
  name text not null,
  -- No reference: what happened to a customer stays when the customer goes.
  customer_id uuid,
  -- 1, 2, 3 … for each customer
  sequence bigint,
  -- Of the customer, once the change was made
  version int,
  occurred_at timestamptz not null,
  actor text not null,
  door text not null,
  request_id text,
  -- { "<field>": { "before", "after" } }
  changes jsonb not null,
  data jsonb not null
);

create unique index history_position on history (team_id, position);
create unique index history_customer on history (team_id, customer_id, sequence) where customer_id is not null;
create index history_unnumbered on history (entry) where position is null;

-- An event on its way names its entry instead of carrying it a second time.
alter table outbox
  add column entry bigint,
  alter column body drop not null,
  add constraint outbox_content check (body is not null or entry is not null);
