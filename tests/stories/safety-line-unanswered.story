# A safety line inside a programme stays unanswered: no task until a check-in is answered

them: JOIN BOUNDARY
us: join.contact
them: GO
us: join.done
note: boundaries.n1
them: 4
note: boundaries.n2
note: boundaries.n3
note: boundaries.n4
note: boundaries.n5
note: boundaries.n6.soft
note: boundaries.n7.soft
note: boundaries.n8.soft
note: boundaries.n9.soft
them: 4
us: boundaries.n9.high
note: boundaries.n10
