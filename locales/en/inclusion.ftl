## Every teacher is included (S001 2.2; R1-007)

inclusion = <b>{ $begun } of { $total } have begun</b>{ $clause }.
    .open = Who has not begun
    .invite = Invite: { $count }
    .staff = Codes to come in
    .back = To the overview
inclusion-waiting = Not begun yet: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}.{ $told ->
    [0] {""}
   *[other] {" "}Invited this week: { $told }.
}
inclusion-outside = Not in the bot yet: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}. They need a personal code: it is under “People”, on the teacher’s card.
inclusion-sent = The invitation is sent. People who get it: { $count }.
inclusion-nobody = Nobody to invite now: all have begun, or were invited this week.
inclusion-invited = { $school } invites you to begin your route{ $clause }. The first step is short: answer questions about your work, or write down a topic. With breaks if you like; answers are kept.
    .begin = See the first step
    .help = Ask for help
