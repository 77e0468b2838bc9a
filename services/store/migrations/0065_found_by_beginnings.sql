-- What a word was corrected to is looked for where words begin. By trigrams that takes a look at each of each such word, and
-- most of those are in many texts; so the words are entered too, in the same index, which can ask for both at once.

-- Of the words that can be corrected to, and of what begins so. It costs what it says: it is not to be computed of row after
-- row where the index can tell.
create function beginnings(value text) returns tsvector
  language plpgsql immutable parallel safe strict cost 1000 as $$
begin
  return (
    select coalesce(array_to_tsvector(array_agg(left(word, 40))), '')
    from string_to_table(value, ' ') word where word ~ '^[^0-9]{4}'
  );
end $$;

drop index customers_search;
create index customers_search on customers
  using gin (team_id, name_form gin_trgm_ops, search_text gin_trgm_ops, beginnings(search_text))
  with (gin_pending_list_limit = 256);
