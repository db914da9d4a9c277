# A person who never answers gets the closing line at the end, and no question to resume nothing

them: JOIN BALANCE
us: join.contact
them: GO
us: join.done
note: balance28.n1
note: balance28.n2
note: balance28.n3
note: balance28.n4
note: balance28.n5
note: balance28.n6
note: balance28.n7
note: balance28.n8
note: balance28.n9
note: balance28.n10
note: balance28.n11
note: balance28.n12
note: balance28.n13
note: balance28.n14
note: balance28.n15
note: balance28.n16
note: balance28.n17
note: balance28.n18
note: balance28.n19
note: balance28.n20
note: balance28.n21
note: balance28.n22
note: balance28.n23
note: note.closing
record: no programme
quiet: P60D
