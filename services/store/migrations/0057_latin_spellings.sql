-- Names and places in another script are found by their Latin spelling, and an external id as one word, however its parts
-- are set apart. The spelling takes code, so the store works once more through all customers that are there now.

alter table customers add column latin_text text;

-- An expression cannot be changed before Postgres 17; this drops its index too.
alter table customers drop column search_text;

alter table customers
  add column search_text text not null generated always as (
    word_form(
      name || ' ' || email || ' ' || coalesce(billing_email, '') || ' ' || coalesce(contact, '') || ' ' ||
      coalesce(website, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(vat_number, '') || ' ' ||
      coalesce(external_id, '') || ' ' || coalesce(city, '') || ' ' || coalesce(zip, '') || ' ' ||
      coalesce(tag_names, '') || ' ' || coalesce(latin_text, '') || ' ' ||
      -- As one word, however they were typed
      coalesce(regexp_replace(phone, '\D', '', 'g'), '') || ' ' ||
      coalesce(substr(phone_e164, 2), '') || ' ' ||
      coalesce(regexp_replace(vat_number, '[^A-Za-z0-9]', '', 'g'), '') || ' ' ||
      coalesce(regexp_replace(external_id, '[^A-Za-z0-9]', '', 'g'), '') || ' ' || coalesce(note, '')
    )
  ) stored;

create index customers_search on customers using gin (team_id, name_form gin_trgm_ops, search_text gin_trgm_ops)
  with (gin_pending_list_limit = 256);

-- Typing errors are corrected to these words too.
create or replace function add_search_words() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  insert into search_words
  select new.team_id, found.word
  from list_words(
    new.name || ' ' || coalesce(new.contact, '') || ' ' || coalesce(new.city, '') || ' ' ||
    coalesce(new.tag_names, '') || ' ' || new.email || ' ' || coalesce(new.website, '') || ' ' ||
    coalesce(new.latin_text, '')
  ) as found (word)
  where (
    select known.word from search_words known where known.team_id = new.team_id and known.word = found.word limit 1
  ) is null;
  return null;
end $$;

drop trigger add_search_words on customers;
create trigger add_search_words
  after insert or update of name, contact, city, tag_names, email, website, latin_text on customers
  for each row execute function add_search_words();

insert into backfills (name)
select 'derived forms' where exists (
  select from customers
  where octet_length(concat(name, contact, city)) > char_length(concat(name, contact, city))
)
on conflict (name) do update set after_team = default, after_id = default, finished_at = null;
