## The review of a report

review-empty = Nobody waits for your decision.
review-waiting = { $waiting ->
    [one] { $waiting } report waits.
   *[other] { $waiting } reports wait. The one that waits longest comes first.
}
review-new = { $again ->
    [true] A mended report has come again.
   *[false] A new report.
}
review-card = <b>{ $teacher }</b>
    <b>{ $title }</b>, { $on }

    { $text }

    { $files ->
        [0] No attachments.
        [one] Attachments: { $files }.
       *[other] Attachments: { $files }.
    }
    .accept = Accept
    .return = Return
    .files = Show the attachments: { $files }
    .next = { $state ->
        [accepted] Accepted already. Go on
        [returned] Returned already. Go on
       *[draft] Taken back by the teacher. Go on
    }
review-outcome = { $state ->
    [accepted] <b>Accepted</b> { $at }, { $by }
   *[returned] <b>Returned</b> { $at }, { $by } Reason: { $reason }
}
review-left = { $waiting ->
    [0] Nobody else waits.
    [one] { $waiting } report is left.
   *[other] { $waiting } reports are left.
}
review-done =
    .next = Next: { $waiting } left
review-reason = What should be added to the report <b>{ $title }</b> ({ $teacher })? Tap a ready phrase or write your own: the teacher will read it.
    .back = Do not return it
    .example = For example: “Please add a photo of the lesson”.
review-phrase =
    .date = Please add the date
    .proof = Please attach a confirmation
    .applied = Describe what you have used in class
    .wrong-file = This seems to be the wrong file
review-no-reason = A report is returned with a reason only.
review-reopen-decided = This request has been answered already, or the teacher no longer asks.
review-taken-back = The teacher is taking this report back to mend it. It will come again.

review-accepted = The report <b>{ $title }</b> is accepted. Thank you for your work. Decision: { $by }
review-accepted-count = { $accepted } of { $least } accepted ({ $clause }).
review-returned = Thank you for the report <b>{ $title }</b>. A little is to be added: { $reason }

    Everything you wrote is kept. Decision: { $by }
    .mend = Add to it

review-teachers = { $count ->
    [one] You accompany { $count } route:
   *[other] You accompany { $count } routes:
}
review-teacher = <b>{ $name }</b>: { $state ->
    [draft] the plan is being written
    [on_confirmation] the plan waits for confirmation
   *[active] { $accepted } accepted, { $planned } planned
}{ $waiting ->
    [0] {""}
   *[other] ; waiting for you: { $waiting }
}
review-more-teachers = And { $more } more.
review-no-teachers = You accompany no routes yet. They appear when teachers have come in and consented.
