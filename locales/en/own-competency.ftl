## A competency of one's own: name it and rate it

own-competency = <b>A competency of your own</b> ({ $clause }). { $count ->
    [0] The list is open: you may name what is not in it.
   *[other] It stands in the result beside the others.
}
    .open = A competency of my own
    .add = Name one
    .rate = Rate: { $title }
    .remove = Take it out
own-competency-line = <b>{ $title }</b>: { $rated ->
    [true] { $score }{"\u00A0"}%
   *[false] not rated yet
}
own-competency-ask = Name the competency briefly, in one line.
    .example = “Work with parents”
own-competency-rate = <b>{ $title }</b>. How well does it go?
own-competency-enough = There may be up to { $most } competencies of your own.
own-competency-known = This competency is in the list already. Name another one.
