## The level of a value in a hole of the table: another one, with a reason

diagnosis-level = <b>{ $competency }: { $score }{"\u00A0"}%</b>. This value falls into a gap of the table.

    Now: { $now }. The neighbour may be set: { $other }.
    .open = Change the level: { $competency }, { $score }{"\u00A0"}%
    .leave = Back to the result
diagnosis-level-reason = Write the reason in one sentence. With it the level changes; the teacher and the team will see it.
    .example = “The lesson shows more than the test”
diagnosis-level-set = Recorded: { $deficit }. Reason: { $reason }
diagnosis-level-no-hole = The table itself names this value; the level does not change here.
diagnosis-level-line = <i>{ $score }{"\u00A0"}% falls into a gap of the table; { $author }: { $deficit }. Reason: { $reason }</i>
diagnosis-level-chosen = { $author }: in your diagnosis a level that fell into a gap of the table is set by hand. Reason: { $reason }
