## Entry diagnosis, reviews, final diagnosis

diagnosis-progress = <b>Entry and final: { $form }</b>
    { $entry } → { $final }
    .open = Compare entry and final
    .other = The same: { $form }
diagnosis-progress-none = There is nothing to compare yet: an entry and a final diagnosis of one form are needed.
diagnosis-progress-line = <b>{ $competency }</b>: { $measured ->
    [earlier] entry { $earlier }{"\u00A0"}%, not in the final one
    [later] final { $later }{"\u00A0"}%, not in the entry one
   *[both] { $earlier } → { $later }{"\u00A0"}%, { $way ->
        [more] { $points }{"\u00A0"}p.p. more
        [less] { $points }{"\u00A0"}p.p. less
       *[same] no change
    }
}
diagnosis-progress-overall = <b>Overall</b>: { $known ->
    [true] { $entry } → { $final }{"\u00A0"}%
   *[false] none
}
diagnosis-progress-reviews = Between them: reviews { $reviews }, reports accepted { $accepted }. No per cent is made of them.
diagnosis-progress-table =
    .entry = Entry
    .reviews = Reviews
    .final = Final
diagnosis-progress-accepted = accepted: { $accepted }
