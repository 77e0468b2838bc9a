-- Customers of a country that few are of: without it, each customer of the team is read to find them. Only of those that
-- have one, so that no other question takes it for the shortest way to all customers of a team.
create index customers_country_code on customers (team_id, country_code) where country_code is not null;
