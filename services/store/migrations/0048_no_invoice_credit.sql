-- Nobody reads it: what an invoice leaves to its customer is computed when totals move, by `contributionOf`. Each insert
-- prepared its expression anew.
alter table invoices drop column credit_minor;
