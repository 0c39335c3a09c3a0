## The plan: its term, its activities, the tutor's word

plan = <b>Plan of the route</b>{ $state ->
    [on_confirmation] {" "}is being confirmed ({ $names }). While it is looked at, nothing can be changed.
    [active] {" "}is confirmed.
   *[draft] {""}
}
    .add = Add an activity
    .go-on = Go on: { $title }
    .term = Change the term
    .send = Send to the tutor
    .take-back = Take it back
plan-back = To the plan
plan-open = { $number }. { $title }
plan-clause = {" "}({ $clause })
plan-months = { $months ->
    [12] 1 year
    [24] 2 years
    [36] 3 years
    [48] 4 years
    [60] 5 years
    [one] { $months } month
   *[other] { $months } months
}
plan-term = Term: { $starts } – { $ends }. School year: { $years }.
plan-bounds = The term is not chosen: from { $least } to { $most }{ $clause }.
plan-bounds-most = The term is not chosen: up to { $most }{ $clause }.
plan-bounds-least = The term is not chosen: from { $least }{ $clause }.
plan-no-bounds = The term is not chosen.
plan-too-short = The term is shorter than usual: at least { $months }{ $clause }. It can be sent with an explanation.
plan-too-long = The term is longer than usual: at most { $months }{ $clause }. It can be sent with an explanation.
plan-count = Planned: { $planned } of { $least }{ $clause }.
plan-count-only = Planned: { $planned }.
plan-row = { $number }. <b>{ $title }</b> – { $on }; { $competencies }; { $presenting }{ $outside ->
    [true] ; the date is outside the term
   *[false] {""}
}
plan-listed = { $first }, { $rest }
plan-outside = The date is outside the term of the route: { $starts } – { $ends }{ $clause }.
plan-strong = By the diagnosis, { $level }; the regulation suggests first what is less developed{ $clause }. Building on a strength is fine, too.
plan-came-back = The plan came back: { $reason }

plan-term-choice = <b>How long is the route?</b>
    .months = { $months ->
        [12] 1 year
        [24] 2 years
        [36] 3 years
        [48] 4 years
        [60] 5 years
        [one] { $months } month
       *[other] { $months } months
    }: until { $until }
    .dates = Name the dates
plan-ask-starts = <b>On which day does the route begin?</b> Write the date as you like: “1 September”, “01.09”, “tomorrow”.
plan-ask-ends = <b>Until which day?</b> For example: “31 May”, “31.05.2027”, “in half a year”.
plan-term-backwards = The end of the route must be later than its beginning ({ $starts }).
plan-term-confirmed = The term was confirmed together with the plan. Please agree on a prolongation with the tutor or the methodist.
plan-term-strict = The regulation demands another term{ $least ->
    [0] {""}
   *[other] , from { $least } months
}{ $most ->
    [0] {""}
   *[other] , up to { $most } months
} ({ $clause }).

plan-ask-title = <b>Which activity?</b> Write its name.
    .example = “A webinar on functional literacy”
plan-ask-competency = <b>Which competency does it develop?</b>{ $measured ->
    [true] {" "}Those with a lower level come first{ $clause }.
   *[false] {""}
}
plan-ask-date = <b>When?</b> Press a button or write a date: “12 May”, “12.05”, “on Friday”.
plan-ask-presenting = <b>How will you present the result?</b> Press a button or write in your own words.
    .example = “A master class for colleagues”
plan-added = Added: <b>{ $title }</b>.
plan-later = The draft is kept, you can go on any day.
    .go-on = Go on
    .drop = Drop the draft
plan-activity = <b>{ $title }</b>
    When: { $on }
    Competencies: { $competencies }
    Result: { $presenting }{ $state ->
        [held] {" "}(has taken place)
        [not_done] {" "}(did not take place)
       *[planned] {""}
    }
    .title = Change the name
    .competency = Change the competency
    .date = Change the date
    .presenting = Change the form of the result
    .remove = Take out of the plan
plan-drop = Drop the draft?
plan-remove = Take out of the plan: <b>{ $title }</b>?
    .yes = Yes, take it out
    .no = No, leave it
plan-removed = Taken out.
plan-remove-confirmed = The plan is confirmed, <b>{ $title }</b> stays in it. If it does not take place, please say so in the report, with the reason.
plan-enough = There are { $most } activities in the plan already, that is enough.
plan-activity-outdated = This activity has changed since. Here it is now.
plan-on-confirmation = The plan is being confirmed. To change it, take it back first.

plan-departs = Add more, or send it with an explanation: the tutor will see it.
    .reason = Send with an explanation
plan-reason = <b>Why so?</b> Write it in one message, the tutor will see it.
    .example = “I will add the fifth one when the centre publishes its plan”
plan-needs-a-reason = The plan departs from the regulation: please send it with an explanation.
plan-empty = There are no activities in the plan yet. Please add the first one.
plan-no-term = Please choose the term of the route first.
plan-nobody-confirms = Nobody can confirm the plan yet: you have no tutor. { $known ->
    [0] Please ask the deputy head or the methodist of the centre to appoint one.
   *[other] Please ask to appoint one: { $names }.
} The plan is kept.
plan-already-sent = The plan has been sent already.
plan-not-waiting = The plan is with the teacher now: it was returned or taken back.
plan-confirmed-already = The plan is confirmed already: { $at }.

plan-card = <b>{ $name }</b>, { $school }: the plan { $waiting ->
    [true] waits for your word.
   *[false] of the route.
}
    .confirm = Confirm
    .return = Return
plan-card-term = Term: { $starts } – { $ends }.
plan-card-reason = The teacher explains: { $reason }
plan-confirmed-now = <b>The plan is confirmed.</b> The teacher will hear.
plan-waiting = { $count ->
    [0] No plans wait for you.
    [one] { $count } plan waits for your word.
   *[other] { $count } plans wait for your word.
}
    .open = { $name }
plan-return = <b>What should the teacher make clear?</b> Choose, or write in your own words.
    .back = Do not return it
    .example = “Please add an open lesson in the second half of the year”
plan-return-reason = { $phrase ->
    [terms] Please make the dates clear
    [count] Please add activities
    [competency] Please make clear which competencies the activities develop
    [forms] Please make clear how the result will be presented
   *[own] { $reason }
}
plan-no-reason = A reason is needed to return the plan.
plan-given-back = The plan went back to the teacher: { $reason }
plan-confirmed = Your plan is confirmed ({ $by }). The route has begun.

    The bot will remind you of the activities.
plan-returned = The plan came back to be made clearer ({ $by }): { $reason }

    Everything you wrote is kept.
    .mend = Mend it
plan-changed = { $name }: in the confirmed plan, { $what ->
    [added] a new activity <b>{ $title }</b>, { $on }.
    [moved] a new date of <b>{ $title }</b>: { $on }.
   *[mended] <b>{ $title }</b> was made clearer, { $on }.
}
