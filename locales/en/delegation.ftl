## Typing reports for a teacher

delegation = <b>Who fills in the reports</b>

    You can hand this to somebody near a computer: the tutor or the deputy head. It is still you who sends, with one tap.
    .give = Hand over to: { $name }
    .take-back = Fill in without help again: { $name }
delegation-now = Filling in for you now: { $names }.
delegation-nobody = { $able ->
    [0] There is nobody on the team of your route yet to whom this could be handed. The methodist names the team.
   *[other] You fill in the reports without help now.
}
delegation-routes = For whom do you want to fill in a report?
    .open = { $name }
delegation-for-nobody = Nobody asks you to fill in reports at the moment.
delegation-route = <b>{ $name }</b>: { $lines ->
    [0] there is nothing to report on now.
   *[other] which activity is the report about?
}
delegation-handed-on = The report on <b>{ $title }</b> is filled in. { $name } gets it to check, and sends it with one tap.
    .next = To the other reports
delegation-given = { $teacher } asks you to fill in the reports on activities. The teacher checks what you fill in, and sends it with one tap.
    .start = Fill in a report
delegation-ended = { $teacher } fills in the reports without help again. Thank you for your work.
delegation-prepared = The report on <b>{ $title }</b> ({ $on }) was filled in for you by { $by }. Is it right?
    .send = It is right, send it
    .change = Change it
delegation-prepared-text = { $text }

    { $files ->
        [0] Nothing attached.
       *[other] Attached: { $files }.
    }
delegation-typed-by-you = You filled in this report, so somebody else of the team decides on it.
