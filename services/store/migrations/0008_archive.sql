-- Archived customers keep everything but the sole right to their external id; derived forms stand beside what was typed.

drop index customers_external_id;
create unique index customers_external_id on customers (team_id, external_id)
  where external_id is not null and not is_archived;
-- Finds the archived twins of a new customer.
create index customers_archived_external_id on customers (team_id, external_id)
  where external_id is not null and is_archived;

-- Null where the text beside it cannot be read as one, and in rows that nobody has saved since.
alter table customers add column phone_e164 text;
alter table customers add column website_domain text;
