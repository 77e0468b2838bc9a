-- "Has overdue" asks for what is still due, and a credit note settles an invoice as a payment does.

drop index invoices_open;
create index invoices_open on invoices (team_id, customer_id, due_date) where due_minor > 0;
