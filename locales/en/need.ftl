## The bank of needs: what is missing, for whom, what the centre answers

need-menu = What is missing
need = <b>What is missing for your growth?</b> { $count ->
    [0] Write a request: the centre sees what is needed and prepares new programmes.
   *[other] Your requests are below.
}
    .add = Write a request
    .go-on = Go on: { $text }
    .groups = Requests of the region
need-line = { $text } – { $state ->
    [new] new
    [taken] in hand
   *[closed] closed
}
need-back = To my requests
need-ask-text = <b>What is missing?</b> Write in one message which training or event you cannot find.
    .example = “A workshop on assessing projects in class 7”
need-ask-competency = <b>Which competency does it develop?</b> You may skip it.
need-ask-kind = <b>What kind of activity should it be?</b> You may skip it.
need-ask-people = <b>For how many people?</b> Press a button or write a number.
need-card = <b>{ $text }</b>
    Competency: { $competency }. Kind: { $kind }
    For: { $people ->
        [one] { $people } person
       *[other] { $people } people
    }
    Now: { $state ->
        [new] a new request
        [taken] taken in hand by the centre
       *[closed] closed
    }
    .take-back = Not needed any more
need-answer = The centre answers: { $answer }
need-any-competency = any
need-any-kind = any
need-sent = <b>Sent to the centre.</b> You will get a message when there is a decision.
need-kept = Kept.
need-dropped = Thrown away.
need-taken = Your request is in hand: <b>{ $text }</b> It is with { $by }
need-closed = An answer to your request: <b>{ $text }</b> { $by } answers: { $answer }

need-groups = <b>Requests of the region</b>: { $count ->
    [0] none is open.
   *[other] open: { $count }. There are no names here, they stand in each request.
}
need-groups-more = The most frequent are shown, more groups: { $count }
need-groups-back = To the groups
need-group-line = { $competency }, { $kind }: { $count } (for: { $people })
need-group = <b>{ $competency }, { $kind }</b>: requests { $count }, new ones { $new }.
need-from = { $name }, { $school }{ $source ->
    [teacher] {""}
    [school] : for the school
   *[municipality] : for the municipality
}
need-read =
    .take = Take it in hand
    .close = Answer and close
need-ask-answer = <b>What is the answer?</b> The request: { $text } The author will get your words.
    .example = “The workshop is in March, it is in the catalogue already”
    .back = Back
need-closed-now = <b>The request is closed</b>, the author will get the answer.
need-outdated = This request has changed. Here is how it stands.
need-enough = You have { $most } open requests already. Wait for an answer, or close those that are not needed.
