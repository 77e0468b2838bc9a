-- Enrichment runs and the values they found. Every guarantee about runs rests on conditional updates of this table.

create table enrichment_runs (
  team_id uuid not null,
  id uuid not null default gen_random_uuid(),
  customer_id uuid not null,
  status text not null default 'queued'
    check (status in ('queued', 'running', 'succeeded', 'partial', 'failed', 'cancelled', 'superseded')),
  trigger text not null check (trigger in ('created', 'website_changed', 'requested')),
  website text,
  requested_by text not null,
  -- Goes up with every claim and with a cancel: a write that names an older one does nothing.
  generation int not null default 0,
  attempt int not null default 0,
  worker text,
  -- On the database's clock
  lease_until timestamptz,
  not_before timestamptz not null default now(),
  -- When a job message last told of it
  announced_at timestamptz not null default now(),
  progress jsonb,
  outcome text,
  message text,
  cancel_reason text,
  stop_confirmed_at timestamptz,
  requested_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  primary key (team_id, id),
  foreign key (team_id, customer_id) references customers (team_id, id) on delete cascade
);

create unique index enrichment_runs_active on enrichment_runs (team_id, customer_id)
  where status in ('queued', 'running');
create index enrichment_runs_unfinished on enrichment_runs (status, lease_until) where status in ('queued', 'running');
create index enrichment_runs_latest on enrichment_runs (team_id, customer_id, requested_at);

-- Which states a run went through, for people and for tests.
create table enrichment_run_transitions (
  team_id uuid not null,
  run_id uuid not null,
  position bigint generated always as identity,
  status text not null,
  generation int not null,
  at timestamptz not null default clock_timestamp(),
  primary key (team_id, run_id, position),
  foreign key (team_id, run_id) references enrichment_runs (team_id, id) on delete cascade
);

-- A second line of defence: should a statement ever forget its condition, it fails aloud.
create function guard_run_transition() returns trigger language plpgsql as $$
begin
  if old.status not in ('queued', 'running') and new.status is distinct from old.status then
    raise exception 'run % has ended as %', old.id, old.status using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger guard_run_transition before update on enrichment_runs
  for each row execute function guard_run_transition();

create function log_run_transition() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or new.status is distinct from old.status then
    insert into enrichment_run_transitions (team_id, run_id, status, generation)
    values (new.team_id, new.id, new.status, new.generation);
  end if;
  return null;
end $$;

create trigger log_run_transition after insert or update on enrichment_runs
  for each row execute function log_run_transition();

-- The newest evidence for each field of a customer.
create table enrichment_values (
  team_id uuid not null,
  customer_id uuid not null,
  field text not null,
  run_id uuid not null,
  value text not null,
  confidence real not null,
  source text not null,
  url text not null,
  quote text not null,
  extractor text not null,
  fetched_at timestamptz not null,
  state text not null check (state in ('filled', 'proposed', 'cleared')),
  primary key (team_id, customer_id, field),
  foreign key (team_id, customer_id) references customers (team_id, id) on delete cascade
);
