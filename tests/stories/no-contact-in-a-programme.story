# A person is asked to keep away in the middle of a programme: it rests, then goes on without steps towards them

them: JOIN BOUNDARY
us: join.contact
them: GO
us: join.done
them: DAILY
note: boundaries.n1
them: 4
us: boundaries.n1.high
note: boundaries.n2
note: boundaries.n3
note: boundaries.n4
them: NOCONTACT
us: topic.nocontact.1
record: flag noContact
record: hold crisis
quiet: P5D
them: SPACE
us: topic.selfcare.1
them: RESUME
us: resume.gate
them: GO
us: resume.done
record: flag noContact
note: boundaries.n5
them: 5
us: checkin.high
note: boundaries.n6.soft
note: boundaries.n7.soft
wait: P90D
record: flag noContact
them: SPACE
us: topic.selfcare.1
