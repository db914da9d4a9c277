# After words of danger nothing starts without the safety line, whichever way it is asked for

them: JOIN SELFCARE
us: join.plain
them: GO
note: selfcare.n1
them: 3
us: selfcare.n1.mid
them: CRISIS
us: crisis.self-harm-held
record: hold crisis
them: PAUSE 1
us: pause.open
record: hold crisis
them: JOIN SELFCARE
us: join.gate
them: RESUME
us: resume.gate
record: no offer
wait: P4D
them: GO
us: join.nothing
record: hold crisis
quiet: P10D
them: RESUME
us: resume.gate
them: YES
us: topic.safe.1
record: flag safe
record: hold crisis
them: RESUME
us: resume.gate
them: GO
us: resume.done
record: flag safe
note: selfcare.n2
