## The information sheet about the teacher

sheet = <b>Information sheet</b> ({ $clause })

    The papers of the route begin with it. You answer, the system makes the papers.
    .go-on = { $number ->
        [0] Begin
       *[other] Go on from no. { $number }
    }
    .all = Look and correct
sheet-done = { $done ->
    [0] Nothing is filled in yet; rows: { $total }.
   *[other] Rows filled in: { $done } of { $total }.
}

sheet-known = { $more ->
        [true] <b>And this, as the school says:</b>
       *[other] <b>The school has already told us:</b>
    }
    .right = All is correct
    .one-by-one = Check one by one

sheet-ask = <b>{ $title }</b>
    { $ask }
sheet-offer = <b>{ $title }</b>
    The school says: { $value }. Is it correct?
sheet-offer-term = <b>{ $title }</b>
    { $known ->
        [true] By the term of the route: { $value }. Is it correct? Another term is chosen in the plan.
       *[other] The term of the route is not chosen yet, so for now: { $value }. It is counted anew once there is a term. Is it correct?
    }
sheet-offer-contact = <b>{ $name }</b>
    The school says: { $value }. Shall it be printed in the card? You need not give it, and may delete it any day.
sheet-contact-of-another = This is somebody else’s contact, it is not written down. A phone can be typed in digits.
sheet-day-ahead = This day is still to come: it can be written down if an attestation is set for it.
sheet-day-long-ago = That was more than ten years ago. Please check the year.

sheet-line = { $name }: <b>{ $value }</b>
sheet-line-open = { $name }: not filled in yet
sheet-hidden = hidden, not shown in the chat
sheet-none = none
sheet-years = { $years ->
    [one] { $years } year
   *[other] { $years } years
}
sheet-courses = { $count ->
    [0] none
    [one] { $count } course
   *[other] { $count } courses
}{ $hours ->
    [0] {""}
    [one] , { $hours } hour
   *[other] , { $hours } hours
}

sheet-course-title = <b>What was the course called?</b>
    .example = “Reading literacy in lessons”, institute of education
sheet-course-hours = <b>How many hours?</b> Press a button or write the number.
sheet-course-year = <b>In which year did it end?</b> The sheet takes the years { $first }–{ $last }.
sheet-course-kept = The course is written down.
sheet-course-line = <b>{ $title }</b>
    { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }, { $year }. { $left ->
        [past] It will not be in the card: more than three years have passed.
        [last] The last year on the sheet.
       *[more] On the sheet until the end of { $until }.
    }
sheet-course-card =
    .remove = Take the course away
    .back = To the courses
sheet-course-removed = The course is taken away.
sheet-courses-many = There are { $most } courses on the sheet already, that is enough.

sheet-later = The draft of the sheet is kept: { $done } of { $total } are filled in. You can go on any day.
    .go-on = Go on
    .clear = Delete my answers
sheet-rested = You stopped at question { $number } of { $total }. Everything you said is kept.

    Your message is not written down yet. Go on?
    .go-on = Go on
    .take = Take it as the answer

sheet-all = <b>Information sheet</b>: { $done } of { $total } are filled in. Press a row to correct it.
    .open = { $name }
    .back = Back
sheet-clear = Delete everything you have answered in the sheet? Only what the school says will stay.
    .no = No, keep it
    .yes = Yes, delete
sheet-cleared = The answers are deleted.

sheet-differs = { $name } ({ $school }) corrects the row “{ $what }” of the sheet.

    Please check the list from which the teachers were loaded, and load it again.
sheet-attestation = { $left ->
    [0] The attestation is today.
    [one] { $left } day to the attestation: { $on }.
   *[other] { $left } days to the attestation: { $on }.
}
    .portfolio = Portfolio for the attestation

## A sheet typed for a teacher

sheet-typed-ask = <b>{ $title }</b>
    { $name }: write down what the teacher says.{ $example }
sheet-typed-course = { $title } ({ $hours } h, { $year })
sheet-typed-courses = <b>{ $title }</b>
    { $name }: write the courses, each on a line of its own: name, hours, year.
sheet-typed-answered = there is an answer already
sheet-typed-taken = The row “{ $name }” has an answer already, your message is not taken.
sheet-typed-nothing = Nothing is written yet, there is nothing to hand over.
sheet-typed-done = <b>The sheet of { $name }</b>

    { $typed ->
        [0] You have not written anything yet.
       *[other] Rows that wait to be checked: { $typed }.
    } { $left ->
        [0] The teacher checks and adds the rest.
       *[other] Rows without an answer: { $left }.
    }
    .hand-over = Hand over to the teacher
    .go-on = Go on, rows left: { $left }
    .open = { $name }
sheet-typed-handed = { $name } gets the sheet to check. A row counts once the teacher presses “Right”.
    .next = To other tasks
sheet-typed-told = { $by } fills in your sheet. Rows to check: { $rows }. They do not count without your “Right”.
    .look = Check
sheet-typed-check = Check what was written for you: { $rows }
sheet-typed-shown = <b>Written for you</b> ({ $by }). Is it right?
    .right = All of it is right
    .one-by-one = Check one by one
    .drop = Take away all that was written for me
sheet-typed-dropped = What was written for you is taken away.
sheet-offer-typed = <b>{ $title }</b>
    { $by } wrote for you: { $value }. Is it right?
