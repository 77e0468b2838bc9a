-- Links that end, links to one invoice, and who came by which link; documents as they were first handed out.

alter table portal_links
  add column id uuid not null default gen_random_uuid(),
  -- Of a link to one invoice; such a link has no rotation.
  add column invoice_id uuid,
  add column expires_at timestamptz,
  add column revoked_at timestamptz,
  add column views int not null default 0,
  add column last_viewed_at timestamptz,
  drop constraint portal_links_pkey;

alter table portal_links alter column rotation drop not null;
alter table portal_links
  add primary key (team_id, id),
  add unique (team_id, customer_id, rotation),
  add check ((rotation is null) = (invoice_id is not null)),
  add foreign key (team_id, invoice_id) references invoices (team_id, id) on delete cascade;

comment on column portal_links.retired_at is 'Replaced by a newer one; in the future while both are good';

-- One row for each link, day and kind of visit: the log cannot grow by somebody's knocking.
create table portal_visits (
  team_id uuid not null,
  link_id uuid not null,
  day date not null,
  what text not null,
  -- An invoice's id, or nothing
  target text not null default '',
  -- Of the address only what names its network
  network text not null,
  is_person boolean not null,
  count int not null default 1,
  first_at timestamptz not null default now(),
  last_at timestamptz not null default now(),
  primary key (team_id, link_id, day, what, target, network, is_person),
  foreign key (team_id, link_id) references portal_links (team_id, id) on delete cascade
);

-- Facts are what a document says, as one hash: the same facts have the same bytes for ever, whatever becomes of the
-- template, the fonts or the typesetter.
create table portal_documents (
  team_id uuid not null,
  invoice_id uuid not null,
  facts_hash text not null,
  bytes_hash text not null,
  -- Null for what is too large to be kept
  bytes bytea,
  created_at timestamptz not null default now(),
  primary key (team_id, invoice_id, facts_hash),
  foreign key (team_id, invoice_id) references invoices (team_id, id) on delete cascade
);
