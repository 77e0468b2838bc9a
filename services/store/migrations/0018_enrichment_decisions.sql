-- What people decide about found values, what runs have written and used, what pages were like, orders for many.

alter table enrichment_runs
  drop constraint enrichment_runs_trigger_check,
  add constraint enrichment_runs_trigger_check
    check (trigger in ('created', 'website_changed', 'requested', 'batch')),
  add column batch_id uuid,
  -- Fetches, bytes, tokens, cost and time, over all attempts
  add column receipt jsonb,
  add column undone_at timestamptz;

-- A field has one value that stands (or stood) in it, and one beside it.
alter table enrichment_values
  add column id uuid not null default gen_random_uuid(),
  drop constraint enrichment_values_state_check,
  add constraint enrichment_values_state_check
    check (state in ('filled', 'accepted', 'proposed', 'rejected', 'undone', 'cleared')),
  add column place text not null generated always as (
    case when state in ('filled', 'accepted', 'cleared') then 'standing' else 'beside' end
  ) stored,
  drop constraint enrichment_values_pkey,
  add primary key (team_id, customer_id, field, place);

-- Enrichment writes nothing into these fields.
create table enrichment_locks (
  team_id uuid not null,
  customer_id uuid not null,
  field text not null,
  locked_by text not null,
  locked_at timestamptz not null default now(),
  primary key (team_id, customer_id, field),
  foreign key (team_id, customer_id) references customers (team_id, id) on delete cascade
);

-- Each value that a run has put into a field, and what had been there.
create table enrichment_writes (
  team_id uuid not null,
  run_id uuid not null,
  field text not null,
  customer_id uuid not null,
  -- The order in which a field was written
  position bigint generated always as identity,
  before jsonb,
  after jsonb not null,
  -- What had been there with its evidence, where that was a value of ours
  replaced jsonb,
  is_undone boolean not null default false,
  primary key (team_id, run_id, field),
  foreign key (team_id, run_id) references enrichment_runs (team_id, id) on delete cascade
);

create index enrichment_writes_of_field on enrichment_writes (team_id, customer_id, field, position);

-- The pages of the last whole reading: what tells whether reading them again would bring anything.
create table enrichment_pages (
  team_id uuid not null,
  customer_id uuid not null,
  -- 1 is the home page
  position int not null,
  -- As it was when they were read
  website text not null,
  url text not null,
  etag text,
  last_modified text,
  digest text not null,
  reader text not null,
  primary key (team_id, customer_id, position),
  foreign key (team_id, customer_id) references customers (team_id, id) on delete cascade
);

-- Orders to enrich all that a filter matches.
create table enrichment_batches (
  team_id uuid not null references teams (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  status text not null default 'queuing' check (status in ('queuing', 'running', 'ended', 'cancelled')),
  filter jsonb not null,
  total int not null,
  seen int not null default 0,
  skipped int not null default 0,
  -- The last customer that was looked at
  last_seen_id uuid,
  requested_by text not null,
  requested_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  primary key (team_id, id)
);

create index enrichment_batches_unfinished on enrichment_batches (requested_at) where status in ('queuing', 'running');
create index enrichment_runs_of_batch on enrichment_runs (team_id, batch_id, status) where batch_id is not null;
-- What a team has spent today.
create index enrichment_runs_of_day on enrichment_runs (team_id, started_at) where receipt is not null;
