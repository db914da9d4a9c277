# A person asks for SAFE in the middle of a programme

them: JOIN PATIENCE
them: GO
note: patience.n1
them: SAFE
us: topic.safe.1
record: flag safe
record: no programme
quiet: P10D
them: SPACE
us: topic.selfcare.1
them: JOIN SELFCARE
us: join.plain
them: GO
us: join.done
note: selfcare.n1
them: CRISIS
us: crisis.self-harm-held
record: hold crisis
quiet: P10D
them: RESUME
us: resume.gate
them: GO
us: resume.done
note: selfcare.n2
