-- How people call for help who are in danger or see it, in the words they use; those with which administrators have had their
-- own way stay as they are. Phrases and not words, because knife crime, a football shooting and time that is killed are
-- what people write about every day. In the shape that texts are compared in: small letters without marks.
insert into watched_words (id, kind, phrase, added_by_name, added_at)
select gen_random_uuid(), 'threat', phrase, 'Bluelamp', now()
  from unnest(array[
        -- killing
        'kill me', 'kill us', 'kill everyone', 'kill everybody', 'kill my children', 'kill my kids', 'kill my son',
        'kill my daughter', 'kill my family', 'kill my mum', 'kill my dad', 'kill my wife', 'kill my husband',
        'kill my sister', 'kill my brother', 'kill the children', 'kill the kids', 'he will kill', 'she will kill',
        'i will kill', 'hell kill', 'will kill my', 'wants to kill',
        'trying to kill', 'tried to kill', 'threatened to kill', 'threatening to kill', 'threatens to kill',
        'is killing her', 'is killing him', 'is killing them', 'death threat', 'death threats',
        -- murder
        'murder me', 'murder us', 'murder her', 'murder him', 'murder them', 'murder you', 'murder my', 'murder someone',
        'will murder', 'going to murder', 'wants to murder', 'being murdered', 'is murdering',
        -- blades
        'has a knife', 'got a knife', 'with a knife', 'have a knife on', 'holding a knife', 'waving a knife',
        'pulled a knife', 'pulled out a knife', 'has knives', 'got knives', 'knife to my', 'knife at my', 'knife to her',
        'knife to his', 'has a machete', 'got a machete', 'with a machete', 'with machetes', 'being stabbed',
        'been stabbed', 'got stabbed', 'just stabbed', 'stabbed me', 'stabbed him', 'stabbed her', 'stabbed my',
        'stabbed someone', 'is stabbing', 'stab me', 'stab us', 'stab them', 'stab my', 'stab someone', 'stab somebody',
        'stab people', 'stab everyone', 'will stab', 'going to stab', 'slit my throat', 'slit her throat',
        'slit his throat', 'slit your throat',
        -- guns and bombs
        'shoot me', 'shoot us', 'shoot him', 'shoot her', 'shoot them', 'shoot you', 'shoot my', 'shoot someone',
        'shoot somebody', 'shoot everyone', 'shoot everybody', 'shoot up the', 'he will shoot', 'she will shoot',
        'they will shoot', 'hell shoot', 'going to shoot', 'shooting at people', 'shooting at me', 'shooting at us',
        'shooting people', 'shot me', 'shot him', 'shot her', 'shot someone', 'been shot at', 'being shot at',
        'someone has been shot', 'somebody has been shot', 'he has been shot', 'she has been shot', 'shots fired',
        'heard gunshots', 'a shotgun', 'has a rifle', 'with a rifle', 'has a pistol', 'got guns', 'they have guns', 'blow up the',
        'blow myself up', 'blow you up', 'blow us up',
        -- violence that goes on
        'beating me', 'beating her', 'beating him', 'beating his wife', 'beating his girlfriend', 'beating his partner',
        'beating my', 'beating up', 'beat me up', 'beats me up', 'beats her up', 'being beaten up', 'he beats me',
        'he beats us', 'is hitting me', 'is hitting her', 'is hitting him', 'punching me', 'punching her',
        'kicking me', 'kicking her', 'attacking me', 'attacking her', 'attacking him', 'attacking us', 'attacking people',
        'being attacked', 'strangle me', 'strangle her', 'strangle him', 'strangle us', 'strangling me', 'strangling her', 'strangling him', 'strangling them', 'strangled me',
        'strangled her', 'choking me', 'choking her', 'choked me', 'afraid for my life', 'scared for my life',
        'fear for my life', 'kidnap me', 'being kidnapped', 'been kidnapped', 'kidnapped my',
        'being held hostage', 'holding me hostage', 'wont let me out', 'wont let me leave', 'hes in my house',
        'someone is in my house', 'somebody is in my house', 'man is in my house', 'breaking into my house now', 'breaking down my door', 'kicking my door in',
        -- rape
        'rape me', 'rape her', 'rape him', 'rape you', 'rape my', 'will rape', 'going to rape', 'being raped',
        'been raped', 'i was raped', 'is raping', 'raped me', 'raped my', 'being sexually assaulted',
        -- fire
        'house is on fire', 'home is on fire', 'flat is on fire', 'flats are on fire', 'building is on fire',
        'room is on fire', 'shop is on fire', 'school is on fire', 'car is on fire', 'he is on fire', 'she is on fire',
        'set me on fire', 'set her on fire', 'set him on fire', 'set us on fire', 'set my house on fire',
        'set the house on fire', 'set fire to me', 'set fire to my house', 'burn me alive', 'burn us alive',
        'burn my house', 'burn our house', 'burn the house down', 'trapped inside',
        -- lives that end
        'wants to die', 'take my own life', 'taking my own life', 'take his own life',
        'take her own life', 'hang myself', 'killing myself', 'killing himself',
        'killing herself', 'kill themselves', 'about to jump', 'going to jump off', 'taken an overdose', 'took an overdose',
        'not breathing', 'stopped breathing', 'bleeding to death', 'is unconscious', 'lying unconscious',
        'child is drowning', 'someone is drowning', 'boy is drowning', 'girl is drowning',
        'send an ambulance', 'need an ambulance', 'please call an ambulance', 'call an ambulance now',
        -- Polish
        'mnie zabic', 'zabic mnie', 'mnie zabije', 'zabije mnie', 'nas zabic', 'zabic nas', 'nas zabije', 'zabije nas',
        'zabije cie', 'zabije ja', 'ja zabije', 'zabije go', 'go zabije', 'zabije sie', 'sie zabic', 'chce umrzec',
        'grozi mi smiercia', 'ma noz', 'z nozem', 'ma bron', 'bije mnie', 'mnie bije', 'zgwalcil mnie', 'mnie zgwalcil',
        'dom sie pali', 'pali sie dom',
        -- Romanian
        'ma omoara', 'sa ma omoare', 'ma va omori', 'ne omoara', 'sa ne omoare', 'sa te omor', 'te omor', 'sa o omoare',
        'sa ma omor', 'ma sinucid', 'vreau sa mor', 'cu moartea', 'are un cutit', 'cu un cutit', 'are un pistol',
        'ma bate', 'm a violat', 'arde casa', 'casa arde',
        -- Urdu, in its own letters and in Latin ones
        'جان سے مار', 'قتل کر دے', 'خودکشی', 'jaan se maar', 'jaan se mar', 'mujhe maar dega', 'maar dalega'])
       as phrase
    on conflict (phrase) do nothing;

-- The last day of a round that somebody closed earlier is the day on which it closed; from now on that is written then.
update round
   set closes_on = greatest(opens_on, (closed_at at time zone 'Europe/London')::date)
 where closed_at is not null and closes_on > greatest(opens_on, (closed_at at time zone 'Europe/London')::date);
