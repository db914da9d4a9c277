# A person texts START, HOME and YES by mistake: nobody is enrolled

them: START
us: helpline.number helpline.word
record: no programme
them: HOME
us: helpline.number helpline.word
them: YES
us: nothing
them: GO
us: join.nothing
record: consent none
quiet: P10D
