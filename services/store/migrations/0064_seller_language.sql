-- The language of a seller's pages, where neither the customer's nor the visitor's is known.
alter table teams add column language text check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
