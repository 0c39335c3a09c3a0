## Reminders: one message a day, softly

reminder-day = <b>{ $back ->
    [true] Welcome back. What waits on your route
   *[false] Coming up on your route
}</b>
    .done = Already done
    .report = Report
    .move = Move
    .tomorrow = Remind me tomorrow
    .settings = Settings
    .plan = Plan of activities
    .final-event = Final event
reminder-activity = { $left ->
    [0] Today
    [1] Tomorrow
    [one] In { $left } day
   *[other] In { $left } days
}: { $period ->
    [true] last day of
   *[false] activity
} <b>{ $title }</b>, { $on }.
reminder-final-event = { $left ->
    [0] Today
    [1] Tomorrow
    [one] In { $left } day
   *[other] In { $left } days
}: final event <b>{ $title }</b>, { $on }.
reminder-final-event-over = The final event <b>{ $title }</b> was on { $on }. Please mark how it went.
reminder-route = { $left ->
    [0] The term of the route ends today
    [1] The term of the route ends tomorrow
    [one] The term of the route ends in { $left } day
   *[other] The term of the route ends in { $left } days
}: { $on }.
reminder-route-over = The term of the route was until { $on }. The route does not close by itself: reports can still be sent.
reminder-report = Report on <b>{ $title }</b>: internal date { $on }, { $left ->
    [0] that is today
    [1] that is tomorrow
    [one] { $left } day left
   *[other] { $left } days left
}.
reminder-report-late = Report on <b>{ $title }</b>: the date was { $on }, the report can be sent now.
reminder-more = { $more ->
    [one] And { $more } more: see the menu.
   *[other] And { $more } more: see the menu.
}
reminder-put-off = I will remind you on { $on }.
reminder-said-again = You have been reminded of this: { $on }.
reminder-nothing-left = There is nothing to remind you of: nothing here waits any more.

reminder-choose =
    .line = { $title }: { $on }
    .back = Back
reminder-choose-done = What is already done?
reminder-choose-move = What is to be moved to another day?

reminder-nudge-more = { $more ->
    [one] { $more } more past activity waits for an answer: “Report”.
   *[other] { $more } more past activities wait for an answer: “Report”.
}
    .report = Report
