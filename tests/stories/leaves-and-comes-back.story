# A person pauses, leaves and comes back only by joining anew

them: JOIN PATIENCE
them: GO
us: join.done
note: patience.n1
them: PAUSE
us: pause.open
quiet: P20D
them: RESUME
us: resume.done
note: patience.n2
them: STOP
us: optout.done
record: consent withdrawn
quiet: P20D
them: STOP
us: nothing
them: SPACE
us: nothing
them: HELP
us: service.help
them: START
us: optin.lifted
record: no programme
quiet: P10D
them: START
us: helpline.number helpline.word
them: JOIN PATIENCE
us: join.contact
them: GO
us: join.done
note: patience.n1
