-- Who has no key for an umlaut writes "Mueller", and so do some of those who are called so: each finds the other. An
-- umlaut stands here without its dots already.
create function plain_vowels(word text) returns text
  language plpgsql immutable parallel safe strict as $$
begin
  return replace(replace(replace(replace(word, 'ae', 'a'), 'oe', 'o'), 'ue', 'u'), 'aa', 'a');
end $$;

create index search_words_plain on search_words (team_id, (plain_vowels(word) collate "C"));
