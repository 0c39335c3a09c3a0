## Diagnosis by others: typing it, the card, the comment

diagnosis-record-ask-phase = Which diagnosis is this?
diagnosis-record-ask-instrument = What was it held with? The name of the diagnosis or test, in one line.
    .example = “Diagnosis of subject competencies, the centre”
diagnosis-record-ask-lesson = Which lesson did you visit?
    .example = “Geography, form 7, topic Rivers”
diagnosis-record-ask-work = Which work are the results of? No names of pupils.
    .example = “National test in geography, form 7”
diagnosis-record-ask-framework = Which competencies is the result about?
diagnosis-record-ask-date = When was it?
diagnosis-record-ask-way = How would you like to give the score?
diagnosis-record-ask-criterion = { $words }
diagnosis-record-ask-score = <b>{ $group }</b>

    Write a per cent or points, for example: 54.5 or 27 of 50.
    .example = “54.5” or “27 of 50”
diagnosis-record-ask-overall = <b>Overall result</b>

    { $known ->
        [true] By the formula it is { $mean }: the mean of the competencies that have values. If that is right, there is nothing to write.
       *[false] Write a per cent or points, for example: 54.5 or 27 of 50.
    }
diagnosis-record-ask-pupils = How many pupils are counted? At least five. If there are no numbers, press “No”.
    .example = “24”
diagnosis-record-ask-mean = What is the mean mark of the class?
    .example = “4.1”
diagnosis-record-ask-share = How many per cent of the pupils coped with the work?
    .example = “78”
diagnosis-record-ask-note = What does this work show? Two or three sentences, no names of pupils.
    .example = “Pupils are sure with maps; calculations are harder”
diagnosis-record-ask-seen = What did you see in the lesson? Two or three sentences for the teacher; begin with what went well.
diagnosis-record-ask-difficulties = Which difficulties are seen? Briefly, commas will do.
diagnosis-record-blank = none
diagnosis-record-score-unclear = A per cent from 0 to 100 or points are needed.{ $example }
diagnosis-record-few = There must be at least { $least } pupils: otherwise the result would point at a child.
diagnosis-record-pupils = This looks like a list of pupils. It is not recorded: the bot keeps no names or marks of children. Write the mean, the share and how many pupils there are.
diagnosis-record-empty = There is nothing to record yet: at least one number or a few words are needed.
diagnosis-record-outdated = This record has changed since. This is how it stands.

diagnosis-record-measured = { $score }{"\u00A0"}%{ $counted ->
    [true] {" "}({ $points } of { $maximum })
   *[false] {""}
}
diagnosis-record-tenths = { $number }
diagnosis-record-head = <b>{ $form }</b>
    { $phase }, { $on }
diagnosis-record-instrument = { $form ->
    [expert] Lesson:
    [results] Work:
   *[other] Held with:
} { $instrument }
diagnosis-record-author = Recorded by: { $author }
diagnosis-record-overall = <b>Overall: { $score }{"\u00A0"}%</b> { $typed ->
    [true] (typed by hand).
   *[false] (mean of the competencies that have values).
}
diagnosis-record-pupils-counted = Pupils counted: { $pupils }
diagnosis-record-mean = Mean mark: { $mean }
diagnosis-record-share = Coped with the work: { $share }{"\u00A0"}%
diagnosis-record-text = <b>What is seen:</b> { $text }
diagnosis-record-difficulties = <b>Difficulties:</b> { $text }
diagnosis-record-comment-said = <b>The teacher's comment:</b> { $text }
diagnosis-record-changed = Corrected on { $at }.
diagnosis-record-check = Please check. Once recorded, the teacher and the team of the route can read it.
diagnosis-record-card =
    .record = Record it
    .mend = Correct
    .history = What was corrected
    .withdraw = Take the record back
    .comment = Add a comment
    .comment-anew = Change the comment
diagnosis-record-back = To all sources
diagnosis-record-recorded = Recorded. The teacher will hear of it.
diagnosis-record-kept = Kept.
diagnosis-record-later = The draft is kept: you can go on any day.
    .go-on = Go on
    .drop = Remove the draft
diagnosis-record-mend = What is to be corrected? The earlier value stays in the history.
    .one = { $code ->
        [phase] Which diagnosis
        [instrument] Held with
        [date] Date
        [framework] Competencies
        [way] How the score was given
        [criterion] { $words }
        [score] { $words }
        [overall] Overall
        [pupils] Pupils counted
        [mean] Mean mark
        [share] Coped, %
        [difficulties] Difficulties
       *[text] What is seen
    }: { $value }
    .back = Back to the record
diagnosis-record-withdraw = { $recorded ->
    [true] Take the record back? The teacher will no longer see it; the history keeps that it was there.
   *[false] Remove the draft? What you answered will not be kept.
}
    .yes = Yes, take it back
    .no = No, keep it
diagnosis-record-withdrawn = Taken back.
diagnosis-record-history = <b>What was corrected.</b> Only the author corrects: { $author }.
diagnosis-record-history-none = There are no corrections.
diagnosis-record-correction = { $at }. { $code ->
    [phase] Which diagnosis
    [instrument] Held with
    [date] Date
    [framework] Competencies
    [criterion] Criterion
    [score] Competency, %
    [overall] Overall, %
    [pupils] Pupils counted
    [mean] Mean mark
    [share] Coped, %
    [difficulties] Difficulties
   *[text] What is seen
}: was “{ $before }”, now “{ $now }”
diagnosis-record-comment = What do you think of this record? Its author and the team of the route will read the comment.
    .example = “I agree and work on it” or “It was the first lesson after the holidays”
diagnosis-record-new = { $author }: there is { $form ->
    [expert] an expert evaluation
    [results] a diagnosis by results of work
   *[other] a result of a diagnosis
} for you. You can read it and add a comment.
    .open = Open
diagnosis-record-corrected = { $author }: a record is corrected, { $form ->
    [expert] an expert evaluation.
    [results] a diagnosis by results of work.
   *[other] a result of a diagnosis.
} Earlier values stand in the history.
diagnosis-record-commented = <b>{ $teacher }</b> comments on your record.
