## The load of a month: the deputy head sees it and proposes, changing nothing

load-menu = Load by month
load = <b>Load: { $month }.</b> { $count ->
    [0] There is nothing in this month.
   *[other] Teachers with activities: { $count }{ $idle ->
        [0] {""}
       *[other] , without: { $idle }
    }.
}
    .open = No. { $number }
    .on = More teachers
    .earlier = ‹ { $name }
    .later = { $name } ›
load-line = { $number }. { $name }: { $sum }
load-sum = { $away ->
    [0] never away
    [one] away { $away } time
   *[other] away { $away } times
}, { $hours ->
    [0] hours not given
    [one] { $hours } hour
   *[other] { $hours } hours
}{ $unknown ->
    [0] {""}
   *[other] { $count ->
        [1] {""}
       *[other] {" "}(no hours: { $unknown } of { $count })
    }
}
load-teacher = <b>{ $name }, { $month }</b>: { $sum }
    .much = Much: propose a change
load-row = { $title } – { $when }{ $hours ->
    [0] {""}
    [one] , { $hours } hour
   *[other] , { $hours } hours
}{ $away ->
    [true] , away
   *[false] {""}
}
load-before = Proposed already ({ $month }): { $words }
load-back = To the list of teachers
load-ask = <b>What do you propose?</b> { $name } and the team of the route will read it, the plan does not change by itself. Month: { $month }
    .later = Move one of the activities to another month
    .online = Take part online instead of one of the trips
    .fewer = Leave only what is needed most in this month
    .example = “Let us move the seminar to December”
    .back = Back
load-sent = <b>Sent.</b> { $name } and the team of the route will get the proposal, the plan is unchanged.
load-proposed = <b>{ $own ->
    [true] A proposal about your load
   *[false] A proposal about the load of { $teacher }
}</b>, { $month }: { $sum }. { $by }: { $words }
    .plan = Open the plan
load-proposed-already = This proposal was sent already.
