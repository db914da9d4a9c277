# A person is low twice: gentler notes, then three days of rest and one line

them: JOIN PATIENCE
us: join.contact
them: GO
us: join.done
note: patience.n1
them: 2
us: patience.n1.low
note: patience.n2.soft
note: patience.n3.soft
note: patience.n4.soft
note: patience.n5.soft
them: 1
us: checkin.two-lows
record: hold lows
quiet: P2D
note: note.come-back
record: no hold
note: patience.n6.soft
