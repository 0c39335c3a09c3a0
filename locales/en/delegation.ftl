## Typing for a teacher: reports, the sheet

delegation = <b>Who fills in for you</b>

    You can hand this to somebody near a computer. The last word stays yours: nothing counts without your tap. You may take it back any day.
    .give = { $covers ->
        [sheet] Hand over the sheet: { $name }
       *[other] Hand over the reports: { $name }
    }
    .take-back = { $covers ->
        [sheet] The sheet without help again: { $name }
       *[other] The reports without help again: { $name }
    }
delegation-now = { $covers ->
    [sheet] Filling in the sheet for you now: { $names }.
   *[other] Filling in the reports for you now: { $names }.
}
delegation-nobody = { $able ->
    [0] There is nobody on the team of your route yet to whom this could be handed. The methodist names the team.
   *[other] You fill in everything without help now.
}
delegation-routes = For whom do you want to fill in?
    .open = { $name }
delegation-for-nobody = Nobody asks you to fill in reports or a sheet at the moment.
delegation-route-of = <b>{ $name }</b>
delegation-route = { $lines ->
    [0] There is nothing to report on now.
   *[other] Which activity is the report about?
}
    .sheet = Fill in the sheet
delegation-handed-on = The report on <b>{ $title }</b> is filled in. { $name } gets it to check, and sends it with one tap.
    .next = To the other reports
delegation-given = { $covers ->
        [sheet] { $teacher } asks you to fill in the information sheet for the card of the route. The teacher checks each row. E-mail and phone are given by the teacher alone.
       *[other] { $teacher } asks you to fill in the reports on activities. The teacher checks what you fill in, and sends it with one tap.
    }
    .start = { $covers ->
        [sheet] Fill in the sheet
       *[other] Fill in a report
    }
delegation-ended = { $covers ->
    [sheet] { $teacher } goes on with the sheet without help. Thank you for your work.
   *[other] { $teacher } fills in the reports without help again. Thank you for your work.
}
delegation-prepared = The report on <b>{ $title }</b> ({ $on }) was filled in for you by { $by }. Is it right?
    .send = It is right, send it
    .change = Change it
delegation-prepared-text = { $text }

    { $files ->
        [0] Nothing attached.
       *[other] Attached: { $files }.
    }
delegation-typed-by-you = You filled in this report, so somebody else of the team decides on it.
