# A number that fits several time zones: notes go when all allow; an hour too early for some asks for the town

from: +61412345678
at: 2026-03-02T02:00:00Z
them: JOIN WEEK
us: join.gate
them: GO
us: join.done
note: firstweek.n1
them: 4
us: firstweek.n1.high
them: TIME 9
us: zone.ask
quiet: P3D
them: ZONE Australia/Perth
us: zone.done
note: firstweek.n2
note: firstweek.n3
