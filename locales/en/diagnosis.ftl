## Self-diagnosis

diagnosis-intro = <b>Self-diagnosis</b>

    { $total ->
        [one] { $total } statement
       *[other] { $total } statements
    } about your work, one tap for each. It takes 7–10 minutes, with pauses if you like: every answer is kept.

    This is no exam: activities are chosen by your answers. Taking part is voluntary ({ $clause }).
    .begin = Begin
    .decline = I do not take part
diagnosis-declined-now = Recorded: you do not take part in the diagnosis (taking part is voluntary, { $clause }).

    The route is then built on your requests and difficulties. You may change your mind on any day.
    .plan = To the plan of activities
diagnosis-declined = You declined the self-diagnosis on { $at } (taking part is voluntary, { $clause }).

    If you change your mind: { $total } statements, 7–10 minutes, with pauses if you like.
diagnosis-long-pause = You stopped in the self-diagnosis: { $answered } of { $total } are answered. Go on or begin again?
    .resume = Go on
    .anew = Begin again
diagnosis-question = <b>Question { $number } of { $total }</b>

    { $statement }
    .step = { $label }
    .given = ✓ { $label } (your answer)
    .back = Back
    .pause = Pause
diagnosis-paused = Kept: { $answered } of { $total } answers. You can go on from here on any day.
    .resume = Go on
diagnosis-outdated = This answer is recorded already. This is where you are.
diagnosis-closed = The self-diagnosis is finished. An answer can be changed from the result.
diagnosis-not-finished = { $answered } of { $asked } are answered. The others are left.
diagnosis-enough-notes = Up to { $most } items in your own words; that is enough.

diagnosis-notes = <b>Step { $number } of { $total }.</b> { $kind ->
    [difficulty] Which of these are difficult?
    [need] Where do you need help or training?
   *[strength] What can you show to colleagues?
}

    { $offered ->
        [0] Your answers suggest nothing here. Add something in your own words or go on.
       *[other] Mark them with the buttons. You may mark nothing.
    }
    .choice = { $label }
    .marked = ✓ Marked: { $label }
    .own = Add in own words
    .on = Go on
diagnosis-note-own = • { $text }
diagnosis-own-note = Write in one message { $kind ->
    [difficulty] what is difficult.
    [need] where you need help or training.
   *[strength] what you can show to colleagues.
}
    .example = For example: “It is hard to keep the attention of the eighth form”.

diagnosis-score = <b>{ $competency }</b>: { $score } % – { $competence }; { $deficit }
diagnosis-gap = <i>{ $score } % falls into a gap of the table; by the rule: { $deficit }.</i>
diagnosis-overall = <b>Overall: { $score } %</b> ({ $formula }).
diagnosis-note-line = { $kind ->
    [difficulty] Difficulties
    [need] Requests
   *[strength] Strengths
}: { $words }{ $more ->
    [0] {""}
   *[other] ; and { $more } more
}
diagnosis-result = <b>Result of the self-diagnosis</b>, { $at }
    .plan = To the plan of activities
    .ways = What is recommended
    .picture = Show a table and a picture
    .change = Change an answer
diagnosis-table =
    .competency = Competencies
    .score = %
    .level = Level
diagnosis-cell = { $words }
diagnosis-cell-score = { $score } %
diagnosis-picture = Result of the self-diagnosis: each bar shows the per cent of one competency; the captions say the same in words.
diagnosis-ways = <b>What is recommended</b>
diagnosis-way = { $mine ->
    [true] <b>{ $printed } – { $deficit }</b> (in your result)
   *[other] { $printed } – { $deficit }
}: { $way }
diagnosis-boundary = <i>Rule of the bounds: { $rule }. Source: { $source }.</i>
diagnosis-list = Answers { $first }–{ $last } of { $total }. Tap the one you want to change.
    .given = { $number }. { $words }: { $answer }
    .open = { $number }. { $words }: no answer
    .earlier = Earlier
    .later = Later
