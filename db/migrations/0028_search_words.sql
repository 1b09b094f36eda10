/*
 * Search in English and Welsh. English words are stemmed by PostgreSQL's own Snowball stemmer. PostgreSQL has none for Welsh
 * (PostgreSQL manual 12.6.6; Snowball lists no Welsh algorithm), so this is a small one of our own, for finding and not for grammar:
 * it undoes the three initial mutations (Thorne, A Comprehensive Welsh Grammar, 1993; King, Modern Welsh, 3rd edition, 2016) by
 * keeping every radical a word may have come from, takes off endings of plurals and verbs, and drops circumflexes, as people type
 * `ty` and mean `tŷ`. Welsh stems begin with `cy:` so that they never meet English ones.
 */
create function plain_letters(p_text text) returns text language sql immutable strict parallel safe as $$
  select translate(lower(normalize(p_text, nfc)),
    'ÂÊÎÔÛŴŶÀÈÌÒÙẀỲÁÉÍÓÚẂÝÄËÏÖÜẄŸâêîôûŵŷàèìòùẁỳáéíóúẃýäëïöüẅÿ’',
    'aeiouwyaeiouwyaeiouwyaeiouwyaeiouwyaeiouwyaeiouwyaeiouwy''')
$$;
--> statement-breakpoint
-- What is left of a Welsh word without its ending, with the vowels that change in the plural written alike (bws and bysiau, gwaith and gweithiau).
create function welsh_stem(p_word text) returns text language sql immutable strict parallel safe as $$
  select replace(replace(regexp_replace(regexp_replace(regexp_replace(
    p_word,
    '^(.{3,}?)(iaethau|iadau|iaeth|iadu|wyr|iau|iad|iaid|ion|edd|oedd|ydd|wyd|odd|ais|eis|ant|wch|au|on|od|aid|ed|en|ir|wr|io|u|i|o)$', '\1'),
    '^(.{4,}?)(ais|eis|iad|iaeth|wr)$', '\1'),
    'ai|ei|ey', 'e', 'g'), 'ngh', 'ng'), 'w', 'y')
$$;
--> statement-breakpoint
-- A Welsh word and every word it may be a mutation of: `gath` may be `cath`, `ardd` may be `gardd`, `mharc` is `parc`.
create function welsh_radicals(p_word text) returns text[] language sql immutable strict parallel safe as $$
  select array[p_word] ||
    case
      when p_word ~ '^ngh' then array['c' || substr(p_word, 4)]
      when p_word ~ '^mh' then array['p' || substr(p_word, 3)]
      when p_word ~ '^nh' then array['t' || substr(p_word, 3)]
      when p_word ~ '^ng' then array['g' || substr(p_word, 3)]
      when p_word ~ '^ph' then array['p' || substr(p_word, 3)]
      when p_word ~ '^th' then array['t' || substr(p_word, 3)]
      when p_word ~ '^ch' then array['c' || substr(p_word, 3)]
      when p_word ~ '^dd' then array['d' || substr(p_word, 3)]
      when p_word ~ '^ff' then array[]::text[]
      when p_word ~ '^ll' then array[]::text[]
      when p_word ~ '^rh' then array[]::text[]
      when p_word ~ '^b' then array['p' || substr(p_word, 2)]
      when p_word ~ '^d' then array['t' || substr(p_word, 2)]
      when p_word ~ '^g' then array['c' || substr(p_word, 2)]
      when p_word ~ '^f' then array['b' || substr(p_word, 2), 'm' || substr(p_word, 2)]
      when p_word ~ '^m' then array['b' || substr(p_word, 2)]
      when p_word ~ '^n' then array['d' || substr(p_word, 2)]
      when p_word ~ '^l' then array['l' || p_word, 'g' || p_word]
      when p_word ~ '^r' then array['rh' || substr(p_word, 2), 'g' || p_word]
      when p_word ~ '^h[aeiouwy]' then array[substr(p_word, 2)]
      when p_word ~ '^[aeiouwy]' then array['g' || p_word]
      else array[]::text[]
    end
$$;
--> statement-breakpoint
-- The lexemes of one Welsh word; none for words that say nothing.
create function welsh_lexemes(p_word text) returns text[] language sql immutable strict parallel safe as $$
  select case
    when length(p_word) < 2 or p_word in ('yn', 'yr', 'ac', 'ar', 'am', 'at', 'er', 'eu', 'ei', 'fy', 'dy', 'gan', 'ein', 'eich', 'mae', 'neu', 'nad', 'na', 'ni', 'nid', 'oes', 'sy', 'sydd', 'yw', 'wedi', 'dros', 'drwy', 'hyn', 'hon', 'hwn')
      then array[]::text[]
    else (select array_agg('cy:' || public.welsh_stem(radical)) from unnest(public.welsh_radicals(p_word)) radical)
  end
$$;
--> statement-breakpoint
-- Everything a text in both languages may be found by.
create function search_words(p_en text, p_cy text) returns tsvector language sql immutable strict parallel safe as $$
  select to_tsvector('pg_catalog.english'::regconfig, public.plain_letters(p_en))
    || to_tsvector('pg_catalog.simple'::regconfig, public.plain_letters(p_en || ' ' || p_cy))
    || array_to_tsvector(coalesce(
      (select array_agg(distinct lexeme)
       from regexp_split_to_table(public.plain_letters(p_cy || ' ' || p_en), '[^[:alnum:]]+') word, unnest(public.welsh_lexemes(word)) lexeme where word <> ''),
      '{}'))
$$;
--> statement-breakpoint
-- What somebody typed, as a question to `search_words`: every word that says something, in either language, or as the beginning of one. Null where nothing is asked.
create function search_question(p_typed text) returns tsquery language plpgsql immutable strict parallel safe as $$
declare
  v_word text;
  v_one tsquery;
  v_all tsquery;
begin
  for v_word in select w from regexp_split_to_table(public.plain_letters(p_typed), '[^[:alnum:]]+') with ordinality t(w, n) where w <> '' order by n limit 20 loop
    v_one := plainto_tsquery('pg_catalog.english'::regconfig, v_word);
    continue when numnode(v_one) = 0 or cardinality(public.welsh_lexemes(v_word)) = 0;
    v_one := v_one || (quote_literal(v_word) || ':*')::tsquery;
    select v_one || string_agg(quote_literal(lexeme), ' | ')::tsquery into v_one
      from unnest(public.welsh_lexemes(v_word)) lexeme;
    v_all := case when v_all is null then v_one else v_all && v_one end;
  end loop;
  return v_all;
end $$;
--> statement-breakpoint
create index engagements_words_idx on engagements using gin (search_words(
  title_en || ' ' || summary_en || ' ' || decision_en || ' ' || affected_en,
  title_cy || ' ' || summary_cy || ' ' || decision_cy || ' ' || affected_cy));
