# A person joins a second programme before the first is over

them: JOIN PATIENCE
us: join.contact
them: GO
us: join.done
note: patience.n1
them: 2
us: patience.n1.low
them: JOIN SELFCARE
us: join.plain
record: in patience
them: YES
us: nothing
record: in patience
them: GO
us: join.done
record: in selfcare
them: GO
us: join.nothing
note: selfcare.n1
them: 3
us: selfcare.n1.mid
note: selfcare.n2
