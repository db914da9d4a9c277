# A person asks to be forgotten, twice within ten minutes

them: JOIN SELFCARE
them: GO
note: selfcare.n1
them: FORGET ME
us: forget.ask
wait: PT11M
them: FORGET ME
us: forget.ask
wait: PT5M
them: FORGET ME
us: forget.done
record: consent withdrawn
record: no programme
wait: P10D
record: consent withdrawn
them: JOIN SELFCARE
us: join.plain
