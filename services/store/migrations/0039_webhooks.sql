-- Webhooks: where a team has its events sent to, how far that has come, and each attempt.

create table webhooks (
  team_id uuid not null references teams (id) on delete cascade,
  id uuid not null,
  url text not null,
  -- Null means all
  events text[],
  description text,
  is_paused boolean not null default false,
  -- Everything that concerns it up to here was taken
  position bigint not null,
  -- To be sent once more, before what is next
  resend bigint[] not null default '{}',
  failures int not null default 0,
  failing_since timestamptz,
  last_error text,
  next_attempt_at timestamptz not null default now(),
  -- A sending under way names the generation; any change of the webhook ends its claim
  generation int not null default 0,
  claimed_until timestamptz,
  secret_rotation int not null default 1,
  secret_rotated_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  primary key (team_id, id)
);

create index webhooks_due on webhooks (next_attempt_at) where not is_paused;

create table webhook_deliveries (
  team_id uuid not null,
  webhook_id uuid not null,
  -- Grows with time
  id uuid not null,
  event_id uuid not null,
  event_name text not null,
  position bigint not null,
  attempt int not null,
  is_taken boolean not null,
  status int,
  error text,
  ms int not null,
  sent_at timestamptz not null default clock_timestamp(),
  primary key (team_id, webhook_id, id),
  foreign key (team_id, webhook_id) references webhooks (team_id, id) on delete cascade
);

create index webhook_deliveries_age on webhook_deliveries (sent_at);

create index webhook_deliveries_position on webhook_deliveries (team_id, webhook_id, position);
