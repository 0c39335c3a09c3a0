## All sources of the diagnosis side by side

diagnosis-sources = { $mine ->
    [true] <b>Diagnosis: all sources</b>
   *[false] <b>{ $teacher }</b>: diagnosis, all sources
}{ $count ->
    [0] . Nothing is recorded yet.
   *[other] {""}
}
diagnosis-sources-line = { $form } ({ $phase }), { $on }{ $scored ->
    [true] : <b>{ $score }{"\u00A0"}%</b>
   *[false] {""}
}{ $by ->
    [self] {""}
   *[other] . { $author }
}
diagnosis-sources-gap = { $form ->
    [expert] Difference from the expert's
    [standardised] Difference from the standardised one
   *[other] Difference from another one
}: { $points }{"\u00A0"}p.p.{ $common ->
    [0] {""}
   *[other] {" "}(common competencies: { $common })
}
diagnosis-sources-gap-meaning = These are different views of one work: you may talk about the difference together.
diagnosis-sources-open = { $form }, { $on }
diagnosis-sources-older = Earlier
diagnosis-sources-newer = Later
diagnosis-sources-side = Side by side
diagnosis-sources-record = Record: { $form }
diagnosis-sources-beside = <b>Side by side</b>
diagnosis-sources-competency = <b>{ $competency }</b>: { $words }
diagnosis-sources-short = { $form ->
    [self] the teacher
    [expert] the expert
    [standardised] test
   *[other] another
}: { $measured ->
    [true] { $score }{"\u00A0"}%
   *[false] none
}
diagnosis-sources-column = { $form ->
    [self] The teacher
    [expert] Expert
    [standardised] Test
   *[other] Another
}
diagnosis-sources-teachers = { $asked ->
    [true] Found for “{ $text }”: { $count }.
   *[false] { $count ->
        [0] There are no teachers whose diagnosis you may record yet.
       *[other] Whose diagnosis shall be opened? Press a name or write a part of it.
    }
}
    .all = Show all
    .example = “Ivano”
diagnosis-sources-teacher = { $name }
diagnosis-sources-final = Final diagnosis
