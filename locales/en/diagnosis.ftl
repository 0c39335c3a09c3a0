## Self-diagnosis

diagnosis-intro = <b>Self-diagnosis</b>

    { $total ->
        [one] { $total } statement
       *[other] { $total } statements
    } about your work, one tap for each. It takes { $total ->
        [40] 7–10
       *[other] 10–15
    } minutes, with pauses if you like: every answer is kept.

    This is no exam: activities are chosen by your answers. { $voluntary ->
        [true] Taking part is voluntary ({ $clause }).
       *[other] The regulation begins with it ({ $clause }); you may put it off.
    }
    .begin = Begin
    .manager = For managers: { $total } questions
    .decline = I do not take part
diagnosis-none = Your regulation has no questionnaire: you write about achievements, resources and difficulties in your own words, from the menu.
diagnosis-declined-now = Recorded: you do not take part in the diagnosis ({ $voluntary ->
        [true] taking part is voluntary, { $clause }
       *[other] { $clause }
    }).

    The route is then built on your requests and difficulties. You may change your mind on any day.
    .plan = To the plan of activities
diagnosis-declined = You declined the self-diagnosis on { $at } ({ $voluntary ->
        [true] taking part is voluntary, { $clause }
       *[other] { $clause }
    }).

    If you change your mind: { $total } statements, { $total ->
        [40] 7–10
       *[other] 10–15
    } minutes, with pauses if you like.
diagnosis-long-pause = { $done ->
    [true] You have answered every question of the self-diagnosis, all { $total }. What is left: difficulties and your conclusion.
   *[other] You stopped at question { $number } of { $total }.
}

    Go on: the earlier answers stay, the questions continue from here.
    Begin again: from the first question; the earlier answers will not count.
    .resume = Go on
    .again = Begin again
diagnosis-again = Begin from the first question? { $answered ->
    [0] There are no answers yet.
    [one] There is { $answered } answer of { $total }; it will not count.
   *[other] There are { $answered } answers of { $total }; they will not count.
}
    .yes = Yes, from the first question
    .resume = No, go on
diagnosis-retake = Take the self-diagnosis again? { $total ->
    [one] { $total } statement
   *[other] { $total } statements
}, { $total ->
        [40] 7–10
       *[other] 10–15
    } minutes, with pauses if you like.

    The present result stays, but can no longer be changed. You can compare the new one with it.
    .stay = No, leave it as it is
diagnosis-question = <b>Question { $number } of { $total }</b>

    { $statement }
    .step = { $label }
    .given = ✓ { $label } (your answer)
    .back = Back
    .pause = Pause
    .keep = Keep the earlier answer
diagnosis-paused = Kept: { $answered } of { $total } answers. You can go on from here on any day.
    .resume = Go on
    .change = Change an earlier answer
    .earlier = Earlier results
    .stay = Stay with the earlier result
diagnosis-earlier-stays = The earlier result stays in force.
diagnosis-recomputed = The answer is changed, the result is computed anew.
diagnosis-outdated = This answer is recorded already. This is where you are.
diagnosis-closed = The self-diagnosis is finished. An answer can be changed from the result.
diagnosis-earlier = This is an earlier result; it no longer changes. Here is the present one.
diagnosis-no-result = There is no result here. This is how it stands.
diagnosis-nothing-to-compare = There is nothing to compare with yet: a second result is needed.
diagnosis-not-finished = { $answered } of { $asked } are answered. The others are left.
diagnosis-enough-notes = Up to { $most } items in your own words; that is enough.

diagnosis-notes = { $number ->
    [0] {""}
   *[other] <b>Step { $number } of { $total }.</b>{" "}
}{ $kind ->
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
    .done = Done
diagnosis-note-own = • { $text }
diagnosis-own-note = Write in one message { $kind ->
    [difficulty] what is difficult.
    [need] where you need help or training.
   *[strength] what you can show to colleagues.
}
    .example = For example: “It is hard to keep the attention of the eighth form”.

diagnosis-conclusion = <b>Step { $number } of { $total }.</b> Your conclusion ({ $clause }). This is what the answers suggest; agree, or say it in your own words.
    .agree = Agree
    .own = { $side ->
        [strong] Strong side: in own words
       *[weak] To develop: in own words
    }
    .strengths = Mark what I can show
    .skip = No conclusion for now
diagnosis-side = <b>{ $side ->
    [strong] Strong side:
   *[weak] To develop:
}</b> { $words }
diagnosis-outgrown = <i>The conclusion was drawn before the latest changes.</i>
diagnosis-ready = { $side ->
    [strong] { $even ->
        [true] all competencies are developed evenly ({ $score }{"\u00A0"}%).
       *[false] { $group } ({ $score }{"\u00A0"}%).
    }{ $count ->
        [0] {""}
       *[other] {" "}I can show: { $examples }.
    }
   *[weak] { $even ->
        [true] no competency is behind the others.
       *[false] first of all { $group } ({ $score }{"\u00A0"}%).
    }{ $count ->
        [0] {""}
       *[other] {" "}Still hard: { $examples }.
    }
}
diagnosis-own-side = Write in one message { $side ->
    [strong] what your strong side is.
   *[weak] what you want to develop.
}
    .example = For example: “I can explain a hard topic simply”.
    .ready = Take the ready sentence back

diagnosis-score = <b>{ $competency }</b>: { $score }{"\u00A0"}% – { $competence }; { $deficit }
diagnosis-gap = <i>{ $score }{"\u00A0"}% falls into a gap of the table; by the rule: { $deficit }.</i>
diagnosis-overall = <b>Overall: { $score }{"\u00A0"}%</b> ({ $formula }).
diagnosis-of-each = How a per cent is counted: { $formula }.
diagnosis-and = { $first }; { $second }
diagnosis-note-line = { $kind ->
    [difficulty] Difficulties
    [need] Requests
   *[strength] Strengths
}: { $words }{ $more ->
    [0] {""}
   *[other] ; and { $more } more
}
diagnosis-result = <b>Result of the self-diagnosis</b>, { $on }
    .plan = To the plan of activities
    .sources = All sources of the diagnosis
    .share = Show it to { $to }
    .shared = Shown to { $to }
    .compare = Compare with the earlier one
    .ways = What is recommended
    .picture = Table and picture
    .edit = Change it or take it again
diagnosis-result-earlier = <b>Earlier result of the self-diagnosis</b>, { $on }. It does not change.
diagnosis-seen = { $changed ->
    [true] Changed on { $at }.{" "}
   *[false] {""}
}{ $shared ->
    [true] The result is seen by { $who }, too.
   *[false] Only you see the result.
}
diagnosis-edit = What would you like to change? The result is computed anew at once.
    .answer = Change an answer
    .notes = Difficulties and requests
    .conclusion = My conclusion
    .again = Take it again
    .earlier = Earlier results: { $count }
diagnosis-earlier-list = { $count ->
    [0] There are no earlier results.
    [one] The earlier result. You can read it; it does not change.
   *[other] Earlier results. You can read them; they do not change.
}
    .one = Result, { $on }

diagnosis-sharing = Show the result? { $readers ->
    [0] Nobody accompanies your route yet: whoever comes will see it.
   *[other] Only these people will see it:
}
    .yes = Show it
    .no = Not now
diagnosis-sharing-reader = • { $name }
diagnosis-sharing-what = They will see levels, difficulties, requests, strengths and your conclusion. Single answers stay yours alone. You can take the result back on any day.
diagnosis-sharing-shown = You showed the result on { $at }. { $opened ->
    [0] Nobody has opened it yet.
   *[other] It was opened by:
}
diagnosis-sharing-back = If you take it back, it can no longer be opened. What has been read stays read.
    .yes = Show it no more
diagnosis-sharing-opened = • { $name }, { $at }
diagnosis-shared-now = The result can now be opened by { $who }, too.
diagnosis-taken-back-now = Only you see the result again.
diagnosis-shared-already = The result is shown already.
diagnosis-taken-back-already = Only you see the result as it is.

diagnosis-comparison = <b>Comparison of self-diagnoses</b>
    { $earlier } → { $later }
diagnosis-comparison-line = <b>{ $competency }</b>: { $measured ->
    [earlier] { $earlier }{"\u00A0"}% then, not asked in the new one
    [later] { $later }{"\u00A0"}% now, not asked before
   *[both] { $earlier } → { $later }{"\u00A0"}%, { $way ->
        [more] { $points }{"\u00A0"}p.p. more
        [less] { $points }{"\u00A0"}p.p. less
       *[same] no change
    }
}
diagnosis-comparison-between = Reports accepted between them: { $accepted }.
diagnosis-comparison-editions = The statements have changed since then, so this compares roughly.
diagnosis-table =
    .competency = Competencies
    .score = %
    .level = Level
    .before = Earlier
    .after = Later
    .difference = Difference, p.p.
diagnosis-cell = { $words }
diagnosis-cell-score = { $score }{"\u00A0"}%
diagnosis-cell-none = no answer
diagnosis-cell-difference = { $measured ->
    [both] { $way ->
        [more] +{ $points }
        [less] −{ $points }
       *[same] 0
    }
   *[other] –
}
diagnosis-ways = <b>What is recommended</b>
diagnosis-way = { $mine ->
    [true] <b>{ $printed } – { $deficit }</b> (in your result)
   *[other] { $printed } – { $deficit }
}: { $way }
diagnosis-boundary = <i>Rule of the bounds: { $rule }. Source: { $source }.</i>
diagnosis-list = Answers { $first }–{ $last } of { $total }. Tap the one you want to change.
    .given = { $number }. { $words }: { $answer }
    .earlier = Earlier
    .later = Later

diagnosis-teachers = { $count ->
    [0] You have no routes yet.
   *[other] <b>Self-diagnoses of the teachers</b>. Only the teacher can show a result.
}
    .open = Result: { $teacher }
    .link = Self-diagnoses of the teachers
diagnosis-teacher = <b>{ $name }</b>: { $state ->
    [shown] the result is shown to you
    [finished] done, the result is not shown yet
    [declined] { $voluntary ->
        [true] not held, taking part is voluntary ({ $clause })
       *[other] not held for now ({ $clause })
    }
   *[open] not done yet
}
diagnosis-shown = <b>{ $teacher }</b>: result of the self-diagnosis, { $on }. The teacher shows it to the team of the route only.
diagnosis-shown-changed = Changed on { $at }, after it was shown.
diagnosis-shown-name = <b>{ $teacher }</b>
diagnosis-not-shared = { $teacher }: the result is not shown now.
diagnosis-shared = <b>{ $teacher }</b> shows you the result of a self-diagnosis.
diagnosis-changed = <b>{ $teacher }</b>: there are changes in the result of the self-diagnosis that you may read.
diagnosis-left-out = Not rated by your choice: { $competencies }. “Overall” is the mean of the others.
diagnosis-optional = <b>{ $competency }</b>: the regulation does not require rating it{ $clause }.

    There will be no questions about it, and “overall” is counted from the others: { $rest }. Answers already given are kept. You may take it back in on any day.
    .leave = Do not rate this competency
    .out = Do not rate: { $competency }
    .take-in = Rate: { $competency }
    .yes = Do not rate
    .no = Back
diagnosis-optional-left = Saved: this competency is not rated.
diagnosis-optional-in = Saved: the competency is rated again.
