## The yearly correction of a route: propose a change, or say that none is needed (S001 4.4, X18)

revision-menu = { $late ->
    [true] Correction of the year: the day is over
   *[false] Correction of the year
}
revision-of = Correction of the year
revision = <b>Correction of the year</b>{ $own ->
    [true] {""}
   *[false] : { $name }
}. A route is looked over at least { $times ->
    [1] once
   *[other] { $times } times
} a year{ $clause }.
revision-due = { $late ->
    [true] It was due on { $on }. A correction can be proposed now.
   *[false] Due by { $on }, a year from the approval.
}
revision-last = Last time: { $on }{ $unchanged ->
    [true] , no changes were needed
   *[false] {""}
}.
revision-ends = The route ends on { $on }: its conclusions take the place of a correction.
revision-forms = Forms of self-education in the plan{ $clause }. Together: { $together ->
        [none] none yet
       *[other] { $together }
    }. Alone: { $alone ->
        [none] none yet
       *[other] { $alone }
    }.
revision-going-round = Correction No. { $number } is being signed.
revision-answer =
    .propose = Propose a correction
    .unchanged = No changes are needed
    .open = Open the correction
revision-rows = { $count ->
    [0] Nothing lies ahead: a new activity can be added in the plan.
   *[other] Which activity should be replaced or taken out?
}
    .back = Back
revision-row = { $title }, { $on }
revision-asked = { $own ->
    [true] The year of your route ends on { $on }.
   *[false] { $name }: the year of the route ends on { $on }.
} Is a correction needed{ $clause }?
revision-overdue = { $name }: no correction of the route was proposed this year, it was due on { $on }{ $clause }. It can be proposed now.
revision-word = no changes are needed
revision-card = <b>Correction of the year</b>{ $number ->
        [0] {""}
       *[other] {" "}No. { $number }
    } ({ $clause }): no changes are needed.{ $state ->
        [signing] {" "}Being signed.
        [done] {" "}Put down.
       *[draft] {" "}Not sent yet.
    }
revision-paper = For the year ({ $clause }): no changes are needed. The plan stays as it is.
revision-unchanged-sent = { $state ->
    [done] Noted: no changes are needed.
   *[signing] Sent to be signed: no changes are needed.
}
revision-done = { $own ->
    [true] Correction
   *[false] { $name }: correction
} No. { $number } is { $signed ->
    [true] signed
   *[false] put down
}, the plan needs no changes.
revision-none = This route needs no yearly correction.
revision-under-way = A correction is being signed already.
revision-outdated = This year has its correction already. This is how it stands.
