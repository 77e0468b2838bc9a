-- Teams, their keys, and what lets a repeated command have one effect.

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;

create table teams (
  id uuid primary key,
  name text not null,
  email text,
  phone text,
  logo_url text,
  address_lines text[] not null default '{}',
  vat_number text,
  -- [{ "label", "text" }]: how customers pay
  payment_details jsonb not null default '[]',
  base_currency text not null default 'USD' check (base_currency ~ '^[A-Z]{3}$'),
  -- IANA name; "overdue" follows this calendar
  time_zone text not null default 'UTC',
  created_at timestamptz not null default now()
);

create table api_keys (
  team_id uuid not null references teams (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  name text not null,
  -- SHA-256 of the whole key, hexadecimal; the key itself is stored nowhere
  key_hash text not null unique check (key_hash ~ '^[0-9a-f]{64}$'),
  scopes text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (team_id, id)
);

-- Written in the transaction of the command's effect.
create table idempotency_keys (
  team_id uuid not null,
  operation text not null,
  key text not null,
  body_hash text not null,
  reply jsonb not null,
  reply_headers jsonb not null,
  created_at timestamptz not null default now(),
  primary key (team_id, operation, key)
);

create index idempotency_keys_age on idempotency_keys (created_at);

-- Events and jobs on their way to the streams, in the transaction of what they tell of.
create table outbox (
  sequence bigint generated always as identity primary key,
  team_id uuid not null,
  message_id text not null unique,
  subject text not null,
  body jsonb not null,
  created_at timestamptz not null default now(),
  published_at timestamptz
);

create index outbox_unpublished on outbox (sequence) where published_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;
