# Nothing is known of the zone: the town is asked first, and notes follow every move

from: +33612345678
them: JOIN WEEK
us: join.zone
them: GO
us: join.zone
record: no programme
them: ZONE Europe/Paris
us: join.gate
them: GO
us: join.done
note: firstweek.n1
them: ZONE HONOLULU
us: zone.done
record: zone Pacific/Honolulu
note: firstweek.n2
them: TIME 8pm
us: time.clamped
note: firstweek.n3
