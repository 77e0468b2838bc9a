-- Pictures of customers' logos, as workers have drawn them.

create table logos (
  team_id uuid not null,
  customer_id uuid not null,
  -- What its public address ends in: made from the picture, the customer and the store's secret, so nobody can guess it
  name text not null,
  png bytea not null check (octet_length(png) <= 100000),
  -- Where it was fetched
  source_url text not null,
  created_at timestamptz not null default now(),
  primary key (team_id, customer_id, name),
  foreign key (team_id, customer_id) references customers (team_id, id) on delete cascade
);

create unique index logos_by_name on logos (name);
