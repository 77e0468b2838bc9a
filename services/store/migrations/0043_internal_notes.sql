-- What the team notes beside an invoice for itself; no customer ever sees it.
alter table invoices add column internal_note text;
