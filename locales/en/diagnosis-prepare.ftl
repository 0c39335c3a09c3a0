## Getting ready for a diagnosis, and help with it (S000 3.1.3, S003 2.3, S002; R0-054, R3-042, R2-028)

diagnosis-prepare = <b>How to get ready</b>

    { $total } short statements about your work. One button answers each, from “{ $least }” to “{ $most }”. It takes { $total ->
        [40] 7 to 10
       *[other] 10 to 15
    } minutes, with breaks if you like: answers are kept.

    Think of two or three lessons of late: what went well, what was hard, what children and colleagues asked. Nothing else is needed, and there are no marks.
    .open = How to get ready
    .begin = To the diagnosis
    .help = Ask for help
    .team = Help with a diagnosis: { $count }
    .offer = Offer help: { $name }
diagnosis-prepare-about = { $competency }: { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}
diagnosis-prepare-advice = Advice: { $title }{ $clause }. The activities will fit better then.
diagnosis-prepare-ahead = { $count ->
    [0] None of your teachers has a diagnosis ahead now.
   *[other] <b>A diagnosis is ahead.</b> Offer a talk: the teacher will know what is asked, and can ask back.
}
diagnosis-prepare-line = { $name }: { $final ->
    [true] the final one
   *[false] the first one
}{ $told ->
    [true] , help was offered this week
   *[false] {""}
}
diagnosis-prepare-more = And { $more } more.
diagnosis-prepare-told-now = { $name } will hear.
diagnosis-prepare-told = Help was offered this week.
diagnosis-prepare-held = The diagnosis was held, or the teacher takes no part in it.
diagnosis-prepare-offer = { $name } offers to help you get ready for the { $final ->
    [true] final
   *[false] first
} diagnosis: what is asked, how to answer. Only if you wish.
