-- When a person first opened an invoice is shown beside it, in lists too.
create index portal_visits_target on portal_visits (team_id, target) where target <> '' and is_person;
