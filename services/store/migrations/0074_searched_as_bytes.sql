-- A search within one customer looks through the beginnings of all its texts. As bytes that takes half as long, since
-- nothing has to find out where each letter begins, and what is alike is alike in both. An amount stands there with the
-- decimals of its currency and not with sixteen, and behind what is short, so that this is reached without passing it.
create function search_bytes(value text) returns bytea
  language plpgsql immutable parallel safe strict as $$
begin
  return convert_to(left(public.search_form(value), 300), 'UTF8');
end $$;

-- In one statement all rows are written anew once. It drops the indexes too.
alter table invoices
  drop column search_head,
  drop column search_text,
  add column search_text text not null generated always as (
    search_form(
      invoice_number || E'\n' || coalesce(buyer->>'name', '') || E'\n' ||
      round(total_minor / power(10::numeric, exponent), exponent)::text || E'\n' || line_names
    )
  ) stored,
  add column search_head bytea not null generated always as (
    search_bytes(
      invoice_number || E'\n' || coalesce(buyer->>'name', '') || E'\n' ||
      round(total_minor / power(10::numeric, exponent), exponent)::text || E'\n' || line_names
    )
  ) stored;

create index invoices_customer on invoices (team_id, customer_id, issue_date, id)
  include (state, due_date, due_minor, total_minor, exponent, search_head);

-- Those whose text goes on: few. Of "more than" it would be thought that it holds for a third of all.
create index invoices_long_text on invoices (team_id, customer_id) where least(char_length(search_text), 301) = 301;
