## The long route of a mentee: its years and the word to go on

long-route-menu = Route of 4 to 5 years
long-route = { $begins ->
    [true] <b>The long route of a mentee</b>: 4 to 5 years{ $clause }. It goes beside your other routes, once a year you confirm that it goes on.
   *[false] A long route is begun by a mentee. When the school names you one, it will be here.
}
    .begin = Begin the long route
long-route-begun = <b>The long route has begun.</b> The menu shows it now; your other routes are kept.
long-route-there = You have a long route already. There is one at a time.
long-route-turn = To the route: { $title }
long-route-card = <b>Long route</b> ({ $name }){ $years ->
    [0] {""}
    [one] : { $years } year.
   *[other] : { $years } years.
}
long-route-no-term = The term is not chosen yet: set it in the plan.
long-route-line = Year { $number }: { $starts } – { $ends }{ $done ->
    [true] , confirmed
   *[false] {""}
}
long-route-asked = Year { $number } lies ahead, from { $starts }. Does it go on?
long-route-other = Your word is there, the other side's is awaited.
long-route-go-on = It goes on
long-route-open = Open the route
long-route-year = { $own ->
    [true] Your long route: year { $number } begins on { $starts }. Does it go on?
   *[false] The long route of { $name }: year { $number } begins on { $starts }. Does it go on?
}
long-route-goes-on = { $own ->
    [true] Your long route goes on: year { $number } is confirmed.
   *[false] The long route of { $name } goes on: year { $number } is confirmed.
}
long-route-said-already = Your side has confirmed this year already.
long-route-not-now = This year needs no confirmation now.
