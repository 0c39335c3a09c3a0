## “Correct”: own data, a request to the school and its answer

amendment = <b>What is to be corrected?</b>

    Name, position, place of work and role are kept by the school: the bot passes your request on, the school answers. Signed papers stay as signed.{ $walks ->
        [true] {" "}Phone, e-mail, education and courses you correct yourself, in the sheet.
       *[other] {""}
    }
    .what = { $what ->
        [name] Name
        [position] Position
        [place] Place of work
       *[office] Role in routes
    }
    .sheet = Phone, e-mail and the rest
    .take-back = Take the request back: { $what ->
        [name] name
        [position] position
        [place] place of work
       *[office] role
    }
    .back = Back to my data
    .open = My requests
amendment-line = { $what ->
    [name] Name
    [position] Position
    [place] Place of work
   *[office] Role
}: { $state ->
    [open] waits since { $at }
    [granted] corrected, { $at }
    [declined] left as it is, { $at }
   *[dropped] taken back, { $at }
}
amendment-wanted = { $known ->
    [true] Now it says: <b>{ $now }</b>.
   *[other] {""}
} Write how it should be. { $what ->
    [name] The whole name.
    [position] The position as in the order.
    [place] The name of the school or organisation.
   *[office] What you are in routes: teacher, tutor, mentor.
}
    .example = “Ivanova Galina Petrovna”
    .back = Do not correct
amendment-sent = The request is sent: { $names }. The answer comes here.
amendment-name = Write the whole name, in letters: “Ivanova Galina Petrovna”.
amendment-same = That is what it says. Write how it should be.
amendment-discreet = In your organisation names are not written in the chat. Tell the deputy head: the name is corrected in the list on the server.
amendment-nobody = Nobody can answer yet. Tell whoever gave you your personal code.
amendment-over = This request is decided: { $state ->
    [granted] corrected.
    [declined] left as it is.
   *[dropped] it was taken back.
}
amendment-asked = { $name }, { $school }, asks to correct { $what ->
    [name] the name
    [position] the position
    [place] the place of work
   *[office] the role
}.

    Now: { $before }
    It should be: <b>{ $text }</b>
    .grant = Right, correct it
    .decline = Leave it as it is
amendment-done = Kept, the person has the answer. { $done ->
    [true] The bot and new papers have it already. Correct the list of the school, too, or the next one brings the old back.
   *[other] A place of work and a role change in their own way: “People”, a transfer or an office.
}
amendment-reason = Why does it stay as it is? Write shortly, { $name } will read it.
    .example = “The order names another position”
amendment-declined = Kept, the person has the answer.
amendment-answered = { $what ->
    [name] Name
    [position] Position
    [place] Place of work
   *[office] Role
}: { $state ->
    [done] corrected. Now it says: <b>{ $text }</b>. Papers signed before stay as they were.
    [granted] the request is accepted, the school will see to it.
   *[declined] left as it is. The answer: { $reason }
} ({ $by })
