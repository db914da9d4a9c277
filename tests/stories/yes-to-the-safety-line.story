# A yes to the safety line means SAFE; a no ends the sign-up

them: JOIN PATIENCE
us: join.contact
them: NO
us: join.cancelled
them: GO
us: join.nothing
them: JOIN PATIENCE
us: join.contact
them: YES
us: topic.safe.1
record: flag safe
record: no offer
them: GO
us: join.nothing
quiet: P10D
