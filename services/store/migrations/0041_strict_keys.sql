-- Keys whose holder wants to be refused (428) when a change does not say which version it means.

alter table api_keys add column is_strict boolean not null default false;
