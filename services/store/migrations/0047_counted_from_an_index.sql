-- A list is counted from this index alone, which is in the order of the usual one: whether a customer is archived was all
-- that its row had to be read for. Each update of a customer is entered here anyway.

drop index customers_created_at;
create index customers_created_at on customers (team_id, created_at, id) include (is_archived);
