# The same message arrives twice: one answer, one change

them: JOIN PATIENCE
us: join.contact
again: JOIN PATIENCE
us: join.contact
them: GO
us: join.done
again: GO
us: join.done
record: in patience
note: patience.n1
them: 2
us: patience.n1.low
again: 2
us: patience.n1.low
record: no hold
