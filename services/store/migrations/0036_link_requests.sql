-- Whoever holds a link that has ended may ask for a new one.

alter table portal_links add column requested_at timestamptz;

comment on column portal_links.requested_at is 'When a new link was last asked for in place of this one';
