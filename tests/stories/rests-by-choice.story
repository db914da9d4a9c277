# A rest until RESUME stays one, whatever number is texted meanwhile

them: JOIN PATIENCE
them: GO
note: patience.n1
them: 2
us: patience.n1.low
note: patience.n2.soft
note: patience.n3.soft
note: patience.n4.soft
note: patience.n5.soft
them: PAUSE
us: pause.open
them: 1
us: checkin.two-lows
record: hold pause
quiet: P20D
them: RESUME
us: resume.done
note: patience.n6.soft
