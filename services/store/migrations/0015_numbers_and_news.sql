-- A phone number is found however it is written, and what was changed since a moment without reading the whole team.

-- An expression cannot be changed before Postgres 17; this drops its index too.
alter table customers drop column search_text;

alter table customers
  add column search_text text not null generated always as (
    word_form(
      name || ' ' || email || ' ' || coalesce(billing_email, '') || ' ' || coalesce(contact, '') || ' ' ||
      coalesce(website, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(vat_number, '') || ' ' ||
      coalesce(external_id, '') || ' ' || coalesce(city, '') || ' ' || coalesce(zip, '') || ' ' ||
      coalesce(tag_names, '') || ' ' ||
      -- As one word, however they were typed
      coalesce(regexp_replace(phone, '\D', '', 'g'), '') || ' ' ||
      coalesce(substr(phone_e164, 2), '') || ' ' ||
      coalesce(regexp_replace(vat_number, '[^A-Za-z0-9]', '', 'g'), '') || ' ' || coalesce(note, '')
    )
  ) stored;

create index customers_search on customers using gin (team_id, name_form gin_trgm_ops, search_text gin_trgm_ops)
  with (gin_pending_list_limit = 256);

create index customers_updated_at on customers (team_id, updated_at, id);
