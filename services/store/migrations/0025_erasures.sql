-- Persons whose data were removed for good, and where that stands.

create table erasures (
  team_id uuid not null references teams (id) on delete cascade,
  -- No reference: the customer is gone.
  customer_id uuid not null,
  requested_at timestamptz not null default now(),
  finished_at timestamptz,
  kept_invoices int not null,
  -- { "<kind>": how many }
  removed jsonb not null,
  -- What is left to do, see `erase_remains.ts`: the step, and how far it has come
  step int not null default 0,
  place jsonb,
  -- What the rest is recognized by: ids, and hashes of what the person was known by. Emptied at the end.
  ids uuid[] not null,
  traces text[] not null,
  primary key (team_id, customer_id)
);

create index erasures_unfinished on erasures (requested_at) where finished_at is null;

-- Links to customers who are gone, by their hashes alone: they have ended, while others never were.
create table ended_portal_links (
  link_hash text primary key,
  ended_at timestamptz not null default now()
);
