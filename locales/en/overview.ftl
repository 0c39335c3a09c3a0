## Many routes at a glance: how they go, where deficits are, who may need a word

overview = <b>Routes at a glance.</b> All: { $total }.
    Plans being drawn up: { $drawn }. Going: { $going }. Closed: { $closed }.
    Of those going, past their term: { $passed }.
    .risks = Who may need attention
    .deficits = Map of deficits
overview-group = <b>{ $name }</b>: { $total }; plans { $drawn }, going { $going }, closed { $closed }, past the term { $passed }
overview-hidden = Schools and districts with fewer than five routes are not shown by themselves: { $count }. One would see whom it is about.
overview-pages =
    .earlier = Earlier
    .later = Later
overview-back = To the overview
overview-deficits = <b>Map of deficits</b> { $by ->
    [competency] by competency
    [municipality] by district
   *[position] by position
}. { $count ->
    [0] There is no group of five people with results yet.
   *[other] From tests and experts. Self-diagnosis is not in it.
}
    .by = { $by ->
        [competency] By competency
        [municipality] By district
       *[position] By position
    }
overview-deficit = { $name }: a large deficit with { $weak } of { $people }
overview-small = Groups of fewer than five people: { $count }. They are hidden.
overview-overall = Overall result
overview-risks = <b>Who may need attention</b>. { $count ->
    [0] Nobody now: reports come in, plans are full.
   *[other] Routes: { $count }. By the alphabet.
}
    .open = Who may need attention
    .word = Give a word: { $name }
overview-risk = { $name }{ $late ->
    [true] ; a report is waited for over a week
   *[false] {""}
}{ $silent ->
    [true] ; no report for two months
   *[false] {""}
}{ $few ->
    [true] ; few activities in the plan
   *[false] {""}
}{ $told ->
    [true] ; had a word this week
   *[false] {""}
}
overview-told = Somebody has given a word about this route this week.
overview-told-now = { $name }: the word is on its way
overview-not-going = This route is not walked now, there is nothing to remind of.
overview-word = { $name } thinks of your route. If there is something to tell, a report takes a minute. If something is in the way, you can write about it.
    .report = Tell about an activity
    .help = Ask for help
