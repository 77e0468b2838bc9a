-- Whoever creates a customer is told of an archived one with the same website.

create index customers_archived_domain on customers (team_id, website_domain)
  where is_archived and website_domain is not null;
