-- Customers are found by everybody who is written down there, by address, and by what a team keeps of its own: fields that
-- it defines and free texts. What has digits is found as one word too, however its parts are set apart.

create function one_word(value text) returns text
  language plpgsql immutable parallel safe strict as $$
begin
  return regexp_replace(value, '[^A-Za-z0-9]', '', 'g');
end $$;

-- Truths are left out: nobody looks for "true".
create function kept_text(contacts jsonb, metadata jsonb, custom_fields jsonb) returns text
  language plpgsql immutable parallel safe strict as $$
begin
  if contacts = '[]' and metadata = '{}' and custom_fields = '{}' then return ''; end if;
  return (
    select coalesce(
      string_agg(value || case when value ~ '\d' and length(value) <= 100 then ' ' || one_word(value) else '' end, ' '), ''
    )
    from (
      select part.value from jsonb_array_elements(contacts) contact, jsonb_each_text(contact) part
      where part.key in ('name', 'email', 'phone') and part.value is not null
      union all
      select value from jsonb_each_text(metadata)
      union all
      select value #>> '{}' from jsonb_each(custom_fields) where jsonb_typeof(value) <> 'boolean'
    ) kept
  );
end $$;

-- An expression cannot be changed before Postgres 17; this drops its index too.
alter table customers drop column search_text;

alter table customers
  add column search_text text not null generated always as (
    word_form(
      name || ' ' || email || ' ' || coalesce(billing_email, '') || ' ' || coalesce(contact, '') || ' ' ||
      coalesce(website, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(vat_number, '') || ' ' ||
      coalesce(external_id, '') || ' ' || coalesce(city, '') || ' ' || coalesce(zip, '') || ' ' ||
      coalesce(address_line1, '') || ' ' || coalesce(address_line2, '') || ' ' || coalesce(ceo_name, '') || ' ' ||
      coalesce(finance_contact, '') || ' ' || coalesce(finance_contact_email, '') || ' ' ||
      coalesce(tag_names, '') || ' ' || coalesce(latin_text, '') || ' ' ||
      -- As one word, however they were typed
      coalesce(regexp_replace(phone, '\D', '', 'g'), '') || ' ' ||
      coalesce(substr(phone_e164, 2), '') || ' ' || coalesce(one_word(vat_number), '') || ' ' ||
      coalesce(one_word(external_id), '') || ' ' || coalesce(one_word(zip), '') || ' ' ||
      kept_text(contacts, metadata, custom_fields) || ' ' || coalesce(note, '')
    )
  ) stored;

create index customers_search on customers using gin (team_id, name_form gin_trgm_ops, search_text gin_trgm_ops)
  with (gin_pending_list_limit = 256);

-- Typing errors are corrected to the names of those people too.
create or replace function add_search_words() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  insert into search_words
  select new.team_id, found.word
  from list_words(
    new.name || ' ' || coalesce(new.contact, '') || ' ' || coalesce(new.city, '') || ' ' ||
    coalesce(new.tag_names, '') || ' ' || new.email || ' ' || coalesce(new.website, '') || ' ' ||
    coalesce(new.latin_text, '') || ' ' ||
    coalesce((select string_agg(each->>'name', ' ') from jsonb_array_elements(new.contacts) each), '')
  ) as found (word)
  where (
    select known.word from search_words known where known.team_id = new.team_id and known.word = found.word limit 1
  ) is null;
  return null;
end $$;

drop trigger add_search_words on customers;
create trigger add_search_words
  after insert or update of name, contact, city, tag_names, email, website, latin_text, contacts on customers
  for each row execute function add_search_words();

insert into search_words
select distinct c.team_id, found.word
from customers c, jsonb_array_elements(c.contacts) each, list_words(each->>'name') as found (word)
where not exists (
  select 1 from search_words known where known.team_id = c.team_id and known.word = found.word
);

-- Other spellings of their names take code, so the store works once more through all customers that have any.
insert into backfills (name)
select 'derived forms' where exists (select from customers where contacts <> '[]')
on conflict (name) do update set after_team = default, after_id = default, finished_at = null;
