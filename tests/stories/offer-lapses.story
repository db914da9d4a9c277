# A sign-up nobody confirms lapses

them: JOIN PATIENCE
us: join.contact
quiet: P4D
record: no offer
them: GO
us: join.nothing
quiet: P10D
