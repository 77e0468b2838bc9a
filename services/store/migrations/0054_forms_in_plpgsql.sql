-- Each column and index that is made of one of these called a statement of its own; an expression of this language is
-- evaluated without one. They answer what they did, so nothing has to be made anew.

create or replace function search_form(value text) returns text
  language plpgsql immutable parallel safe strict as $$
begin
  return lower(public.unaccent('public.unaccent'::regdictionary, value));
end $$;

create or replace function word_form(value text) returns text
  language plpgsql immutable parallel safe strict as $$
begin
  return ' ' || btrim(regexp_replace(
    public.search_form(value), E'[\t\n\r !"#$%&''()*+,\\-./:;<=>?@[\\\\\\]^_`{|}~]+', ' ', 'g'
  ));
end $$;
