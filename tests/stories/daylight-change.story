# A person lives through the change to summer time

at: 2026-03-05T16:00:00Z
them: JOIN PATIENCE
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
