# A person joins, answers every check-in and finishes the first week

them: hello
us: helpline.number helpline.word
them: SPACE
us: topic.space.1
them: MORE
us: topic.space.2
them: JOIN WEEK
us: join.gate
record: no programme
them: GO
us: join.done
record: consent given
record: in firstweek

note: firstweek.n1
gets: Text 1 to 5
them: 4
us: firstweek.n1.high
note: firstweek.n2
note: firstweek.n3
note: firstweek.n4
note: firstweek.n5
them: 3
us: firstweek.n5.mid
note: firstweek.n6
note: firstweek.n7
them: 5
us: firstweek.n7.high
note: note.closing
record: no programme
quiet: P60D
