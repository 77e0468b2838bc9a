-- Lists and search at any size: one index for each way to sort, figures apart from the customer, words for typing errors.

-- What lists sort by moves with every invoice, while a customer's own row is wide and in many indexes:
-- apart from it, recording an invoice touches none of those.
create table customer_figures (
  team_id uuid not null,
  customer_id uuid not null,
  invoice_count int not null default 0,
  invoice_currency text,
  revenue numeric not null default 0,
  outstanding numeric not null default 0,
  last_invoice_date date,
  -- Last number given to an event about this customer
  event_sequence bigint not null default 0,
  primary key (team_id, customer_id),
  foreign key (team_id, customer_id) references customers (team_id, id) on delete cascade
);

insert into customer_figures
select team_id, id, invoice_count, invoice_currency, revenue, outstanding, last_invoice_date, event_sequence
from customers;

alter table customers
  drop column invoice_count, drop column invoice_currency, drop column revenue, drop column outstanding,
  drop column last_invoice_date, drop column event_sequence,
  -- Drops its index too; it knew no tags.
  drop column search_text;

-- A customer without figures would be missing in the lists sorted by them.
create function add_customer_figures() returns trigger language plpgsql as $$
begin
  insert into customer_figures (team_id, customer_id) values (new.team_id, new.id);
  return null;
end $$;

create trigger add_customer_figures after insert on customers
  for each row execute function add_customer_figures();

-- Words without case and accents, each behind one blank, so that '% word%' finds where a word begins.
-- Only ASCII punctuation parts words: which letters others are would depend on the server's locale.
create function word_form(value text) returns text
  language sql immutable parallel safe strict
  return ' ' || btrim(regexp_replace(
    public.search_form(value), E'[\t\n\r !"#$%&''()*+,\\-./:;<=>?@[\\\\\\]^_`{|}~]+', ' ', 'g'
  ));

alter table customers add column tag_names text;

update customers c set tag_names = (
  select string_agg(t.name, ' ' order by t.name)
  from customer_tags ct join tags t on t.team_id = ct.team_id and t.id = ct.tag_id
  where ct.team_id = c.team_id and ct.customer_id = c.id
);

-- The collation "C": the same order in index, sort and cursor, on every server and after every upgrade of it.
alter table customers
  add column name_form text collate "C" not null generated always as (word_form(name)) stored,
  add column search_text text not null generated always as (
    word_form(
      name || ' ' || email || ' ' || coalesce(billing_email, '') || ' ' || coalesce(contact, '') || ' ' ||
      coalesce(website, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(vat_number, '') || ' ' ||
      coalesce(external_id, '') || ' ' || coalesce(city, '') || ' ' || coalesce(zip, '') || ' ' ||
      coalesce(tag_names, '') || ' ' ||
      -- As one word, however they were typed
      coalesce(regexp_replace(phone, '\D', '', 'g'), '') || ' ' ||
      coalesce(regexp_replace(vat_number, '[^A-Za-z0-9]', '', 'g'), '') || ' ' || coalesce(note, '')
    )
  ) stored;

create index customers_name on customers (team_id, name_form, id);
create index customers_contact on customers (team_id, (search_form(contact) collate "C"), id);
create index customers_email on customers (team_id, (search_form(email) collate "C"), id);
create index customers_first_tag on customers (team_id, (search_form(first_tag) collate "C"), id);
create index customers_industry on customers (team_id, (search_form(industry) collate "C"), id);
create index customers_country on customers (team_id, (search_form(country) collate "C"), id);
create index customer_figures_count on customer_figures (team_id, invoice_count, customer_id);
create index customer_figures_revenue on customer_figures (team_id, revenue, customer_id);
create index customer_figures_outstanding on customer_figures (team_id, outstanding, customer_id);
create index customer_figures_last_invoice on customer_figures (team_id, last_invoice_date, customer_id);

-- A search reads what waits to be sorted into the index from end to end: let little wait (kB).
create index customers_search on customers using gin (team_id, name_form gin_trgm_ops, search_text gin_trgm_ops)
  with (gin_pending_list_limit = 256);

-- "Has overdue" by the seller's day: read, never stored, so it cannot go stale.
create index invoices_open on invoices (team_id, customer_id, due_date)
  where state = 'issued' and paid_minor < total_minor;

-- A word less one letter, in every way, and itself. Two words that share one of these differ by one letter left out,
-- added, changed, or swapped with its neighbour.
create function word_deletions(word text) returns text[]
  language sql immutable parallel safe strict
  return (
    select array_agg(distinct left(word, n) || substr(word, n + 2)) || word from generate_series(0, length(word) - 1) n
  );

-- The words that customers are found by, to correct typing errors from. A word may stand twice (two at once made it)
-- or outlive its last customer: neither shows in any answer.
create table search_words (
  team_id uuid not null references teams (id) on delete cascade,
  word text collate "C" not null
);

create function list_words(value text) returns setof text
  language sql immutable parallel safe strict
  begin atomic
    select distinct word from string_to_table(public.word_form(value), ' ') word where word ~ '^[^0-9]{4,40}$';
  end;

insert into search_words
select distinct c.team_id, found.word
from customers c, list_words(
  c.name || ' ' || coalesce(c.contact, '') || ' ' || coalesce(c.city, '') || ' ' || coalesce(c.tag_names, '') ||
  ' ' || c.email || ' ' || coalesce(c.website, '')
) as found (word);

create index search_words_word on search_words (team_id, word);
create index search_words_deletions on search_words using gin (team_id, word_deletions(word));
create index search_words_trigrams on search_words using gin (team_id, word gin_trgm_ops);

-- Plans live as long as their connection, and one made while the table was empty would read it from end to end.
create function add_search_words() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  insert into search_words
  select new.team_id, found.word
  from list_words(
    new.name || ' ' || coalesce(new.contact, '') || ' ' || coalesce(new.city, '') || ' ' ||
    coalesce(new.tag_names, '') || ' ' || new.email || ' ' || coalesce(new.website, '')
  ) as found (word)
  where (
    select known.word from search_words known where known.team_id = new.team_id and known.word = found.word limit 1
  ) is null;
  return null;
end $$;

create trigger add_search_words after insert or update of name, contact, city, tag_names, email, website on customers
  for each row execute function add_search_words();

-- Ids that grow with time: what is new lies together in every index, however large it is. Postgres 18 has them built in.
do $$ begin
  if exists (select from pg_proc where proname = 'uuidv7' and pronamespace = 'pg_catalog'::regnamespace) then
    alter table customers alter column id set default uuidv7();
    alter table invoices alter column id set default uuidv7();
    alter table payments alter column id set default uuidv7();
  end if;
end $$;
