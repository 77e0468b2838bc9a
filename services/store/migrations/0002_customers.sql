-- Customers, their tags, their portal links, and their totals.

-- The dictionary form is only stable, because a dictionary could be altered; ours never is.
create function search_form(value text) returns text
  language sql immutable parallel safe strict
  return lower(public.unaccent('public.unaccent'::regdictionary, value));

create table customers (
  team_id uuid not null references teams (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  name text not null check (name <> ''),
  email text not null,
  billing_email text,
  phone text,
  website text,
  contact text,
  country text,
  country_code text,
  address_line1 text,
  address_line2 text,
  city text,
  state text,
  zip text,
  note text,
  vat_number text,
  status text not null default 'active' check (status in ('active', 'inactive', 'prospect', 'churned')),
  is_archived boolean not null default false,
  preferred_currency text,
  default_payment_terms int,
  external_id text,
  source text not null default 'manual',

  logo_url text,
  description text,
  industry text,
  company_type text,
  employee_count text,
  founded_year int,
  estimated_revenue text,
  funding_stage text,
  total_funding text,
  headquarters_location text,
  timezone text,
  linkedin_url text,
  twitter_url text,
  instagram_url text,
  facebook_url text,
  ceo_name text,
  finance_contact text,
  finance_contact_email text,
  primary_language text,
  fiscal_year_end text,

  -- Fields that a person has typed or emptied; enrichment never touches them.
  edited_fields text[] not null default '{}',
  enrichment_status text check (enrichment_status in ('pending', 'processing', 'completed', 'failed')),
  enriched_at timestamptz,

  portal_enabled boolean not null default false,
  -- 0: never had a link; the link is derived from it
  portal_rotation int not null default 0,

  -- Kept in the transaction that changes an invoice or a tag, so that a list page never aggregates.
  invoice_count int not null default 0,
  invoice_currency text,
  revenue numeric not null default 0,
  outstanding numeric not null default 0,
  last_invoice_date date,
  first_tag text,

  -- Last number given to an event about this customer
  event_sequence bigint not null default 0,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  search_text text not null generated always as (
    search_form(
      name || ' ' || email || ' ' || coalesce(billing_email, '') || ' ' || coalesce(contact, '') || ' ' ||
      coalesce(website, '') || ' ' || coalesce(phone, '') || ' ' ||
      coalesce(regexp_replace(phone, '\D', '', 'g'), '') || ' ' || coalesce(vat_number, '') || ' ' ||
      coalesce(external_id, '') || ' ' || coalesce(city, '') || ' ' || coalesce(zip, '') || ' ' || coalesce(note, '')
    )
  ) stored,

  primary key (team_id, id)
);

create unique index customers_external_id on customers (team_id, external_id) where external_id is not null;
create index customers_created_at on customers (team_id, created_at, id);
create index customers_search on customers using gin (team_id, search_text gin_trgm_ops);

create table tags (
  team_id uuid not null references teams (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  name text not null check (name <> ''),
  created_at timestamptz not null default now(),
  primary key (team_id, id),
  unique (team_id, name)
);

create table customer_tags (
  team_id uuid not null,
  customer_id uuid not null,
  tag_id uuid not null,
  primary key (team_id, customer_id, tag_id),
  foreign key (team_id, customer_id) references customers (team_id, id) on delete cascade,
  foreign key (team_id, tag_id) references tags (team_id, id) on delete cascade
);

create index customer_tags_by_tag on customer_tags (team_id, tag_id);

-- The link itself is stored nowhere: it is derived from a secret, and looked up by its hash.
create table portal_links (
  team_id uuid not null,
  customer_id uuid not null,
  rotation int not null,
  link_hash text not null unique,
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (team_id, customer_id, rotation),
  foreign key (team_id, customer_id) references customers (team_id, id) on delete cascade
);

-- One row for each currency a customer was invoiced in; sums never cross currencies.
create table customer_totals (
  team_id uuid not null,
  customer_id uuid not null,
  currency text not null,
  exponent smallint not null,
  invoice_count int not null,
  total_minor bigint not null,
  paid_minor bigint not null,
  outstanding_minor bigint not null,
  primary key (team_id, customer_id, currency),
  foreign key (team_id, customer_id) references customers (team_id, id) on delete cascade
);
