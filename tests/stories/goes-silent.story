# A person goes silent: no reminder, fewer notes, then one line and rest

them: JOIN PATIENCE
us: join.contact
them: DAILY
us: pace.nothing
them: GO
us: join.done
them: DAILY
us: pace.daily
note: patience.n1
note: patience.n2
note: patience.n3
note: patience.n4
note: patience.n5
note: patience.n6
note: patience.n7
note: patience.n8
gets: Note 8.
note: patience.n9
note: patience.n10
note: patience.n11
record: pace twice_a_week
note: patience.n12
note: patience.n13
note: patience.n14
note: note.closing
record: no programme
quiet: P30D
