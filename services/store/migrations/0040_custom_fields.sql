-- What a team keeps of a customer beyond our own fields: people, free texts by key, and typed fields that it defines.

create table custom_fields (
  team_id uuid not null references teams (id) on delete cascade,
  id uuid not null,
  key text not null,
  label text not null,
  type text not null check (type in ('text', 'number', 'date', 'boolean', 'choice')),
  -- Of a choice
  options text[],
  created_at timestamptz not null default now(),
  primary key (team_id, id),
  unique (team_id, key)
);

alter table customers
  -- [{ id, name, email, phone, roles }]
  add column contacts jsonb not null default '[]',
  add column metadata jsonb not null default '{}',
  add column custom_fields jsonb not null default '{}';

create index customers_metadata on customers using gin (team_id, metadata jsonb_path_ops)
  where metadata <> '{}';

-- The same values, one to a row, so that lists can be narrowed by an index. Kept by the trigger below, written by nobody.
create table custom_field_values (
  team_id uuid not null,
  customer_id uuid not null,
  key text not null,
  -- Dates as YYYY-MM-DD, which is their order too; booleans as true and false
  text_value text collate "C",
  number_value numeric,
  primary key (team_id, customer_id, key),
  foreign key (team_id, customer_id) references customers (team_id, id) on delete cascade
);

create index custom_field_values_text on custom_field_values (team_id, key, text_value, customer_id);
create index custom_field_values_number on custom_field_values (team_id, key, number_value, customer_id)
  where number_value is not null;

create function keep_custom_field_values() returns trigger language plpgsql as $$
begin
  delete from custom_field_values where team_id = new.team_id and customer_id = new.id;
  insert into custom_field_values (team_id, customer_id, key, text_value, number_value)
  select new.team_id, new.id, key,
    case when jsonb_typeof(value) <> 'number' then value #>> '{}' end,
    case when jsonb_typeof(value) = 'number' then (value #>> '{}')::numeric end
  from jsonb_each(new.custom_fields);
  return null;
end
$$;

create trigger customers_custom_fields_inserted after insert on customers
  for each row when (new.custom_fields <> '{}') execute function keep_custom_field_values();
create trigger customers_custom_fields_updated after update of custom_fields on customers
  for each row when (new.custom_fields <> old.custom_fields) execute function keep_custom_field_values();
