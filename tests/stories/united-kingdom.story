# A person in the United Kingdom joins by the explicit wording and leaves in plain words

from: +447700900123
them: JOIN PATIENCE
us: join.contact-ukie
them: NO
us: join.cancelled
them: GO
us: join.nothing
them: JOIN PATIENCE
us: join.contact-ukie
them: GO
us: join.done
note: patience.n1
them: leave me alone
us: optout.done
record: consent withdrawn
them: leave me alone
us: nothing
them: 999
us: topic.crisis.1
quiet: P30D
