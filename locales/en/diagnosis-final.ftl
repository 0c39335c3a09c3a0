## Final diagnosis: required, offered, or a reflection instead

diagnosis-final = <b>{ $mode ->
    [none] Reflection on the route
   *[other] Final diagnosis
}</b>

    { $stage ->
        [waiting] { $mode ->
            [offered] At the end of the route you may take the diagnosis again and compare it with the entry one. It is up to you ({ $clause }); a refusal is recorded and has no other effect.
           *[other] At the end of the route a final diagnosis is held ({ $clause }). The same questions, 7–10 minutes; you can compare the result with the entry one.
        }
        [going] You have begun the final diagnosis; the answers are kept.
        [done] The final diagnosis is there ({ $clause }).
        [declined] Recorded on { $at }: you do not take the final diagnosis, which is up to you ({ $clause }). You may change your mind on any day.
        [reflecting] Instead of a final diagnosis there is a reflection ({ $clause }): three questions, a sentence or two each.
       *[reflected] The reflection was recorded on { $at } ({ $clause }).
    }
    .begin = Take the final diagnosis
    .decline = I do not take it
    .go-on = Go on
    .reflect = Answer three questions
    .reflect-anew = Change the answers
    .finish = Done, record it
diagnosis-final-others = Recorded by others: { $count }. They stand among all sources.
diagnosis-final-reflection = <b>What worked:</b> { $achieved }

    <b>What was hard:</b> { $hard }

    <b>What comes next:</b> { $ahead }
diagnosis-final-achieved = What worked on this route? A sentence or two.
    .example = “More work in pairs; the children ask more often”
diagnosis-final-hard = What was hard?
    .example = “There was too little time to discuss lessons”
diagnosis-final-ahead = What will you take along?
    .example = “A colleague and I go on visiting each other's lessons”
diagnosis-final-early = The final diagnosis is held at the end of the route ({ $clause }). The plan is not approved yet.
diagnosis-final-required = The final diagnosis is held for everybody ({ $clause }); it cannot be declined here.
diagnosis-final-outdated = Things have changed here. This is how it stands.
diagnosis-final-no-words = All three questions are to be answered first.
diagnosis-final-offer = The route comes to its end. { $mode ->
    [none] What is left is a reflection: three short questions.
    [offered] You may take the final diagnosis and compare it with the entry one. It is up to you.
   *[other] What is left is the final diagnosis: 7–10 minutes, with pauses if you like.
}
    .open = Open
