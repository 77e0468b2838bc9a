-- A seller's colour and logo. The picture stands by itself, so that reading a team does not read it.

alter table teams
  add column brand_color text check (brand_color ~ '^#[0-9a-f]{6}$'),
  add column logo_hash text,
  add column logo_width int,
  add column logo_height int;

create table brand_logos (
  team_id uuid primary key references teams (id) on delete cascade,
  -- SHA-256 of the bytes, hexadecimal; it is the address, and two teams may have the same picture
  hash text not null,
  content_type text not null,
  bytes bytea not null
);

create index brand_logos_hash on brand_logos (hash);
