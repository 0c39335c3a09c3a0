## A break of a route: illness, leave

suspension-why = { $reason ->
    [illness] Illness
    [parental] Parental leave
    [leave] Leave
   *[away] A business trip or studies
}
suspension-reason = <b>Why does the route stand still?</b> { $name } will hear of it. Choose a reason, or write your own words.
    .example = “A stay at a sanatorium”
suspension-ask-starts = <b>Since which day?</b>
    .example = “1 October”
suspension-ask-ends = <b>Up to which day, inclusive?</b> If it is not known yet, press “No”.
    .example = “31 October”
suspension = { $state ->
    [draft] <b>Let the route stand still?</b>
    [on] <b>The route stands still.</b>
    [over] <b>The route goes on again.</b>
   *[dropped] <b>Nothing has changed.</b>
} { $name }
    .confirm = Let it stand still
    .mend = Change the days
    .go-on = Go on
    .drop = Not needed
    .as-before = Go on, the term stays
    .prolong = Go on with a longer term, days: { $days }
suspension-because = The reason: { $why }
suspension-days = A break since { $starts }{ $open ->
    [true] , until the route is resumed.
   *[false] { " " }until { $ends } inclusive.
} There are no reminders on these days.
suspension-grows = Prolonged by the break (days: { $days }), the term ends on { $ends }.
suspension-long = This is beyond the longest term: { $months } months{ $clause }. It may be done, the history shows it.
suspension-told = { $own ->
    [true] <b>Your route stands still.</b> Nothing is to be done, everything is kept.
   *[false] <b>A route stands still:</b> { $name }
}
suspension-told-over = { $own ->
    [true] <b>Your route goes on again.</b> Welcome back.
   *[false] <b>A route goes on again:</b> { $name }
}
suspension-told-term = { $known ->
    [true] { $days ->
        [0] The term stays: until { $ends }.
       *[other] The term is longer by the break: until { $ends }.
    }
   *[false] There is no term yet.
}
suspension-already = The route stands still already, since { $since }.
suspension-none = The route goes on already.
suspension-over = { $state ->
    [on] The route stands still already.
    [over] The route goes on already.
   *[dropped] This is called off already.
}
