## How a route begins, questions to check oneself, expected achievements (S002)

beginning = <b>Why do you begin a route?</b> Please tap, or write it in your own words.

    { $required ->
        [true] By the regulation every teacher has a route{ $clause }.
       *[false] A route is not obligatory{ $clause }: it is your choice.
    }
    .reason = { $chosen ->
        [true] ✓ { $title }
       *[false] { $title }
    }
    .forget = Take my own words back
    .quiz = Questions to check yourself: { $done } of { $total }
    .plan = To the plan
    .example = “I would like to teach a specialised class”
beginning-reason = – { $title }
beginning-attestation = The route helps with an attestation: the bot gathers reports, evidence and products into one portfolio.
beginning-own = In your own words: { $own }
beginning-kept = Saved.
beginning-pupils = This looks like a list of pupils: children's names and marks are not kept here. Please write it without them.
beginning-quiz = <b>Question { $number } of { $total }</b>

    { $question }

    Think it over and compare with the text. The answer is kept nowhere.
    .answer = Show what the text says
    .on = The next question
    .back = Back
beginning-quiz-answer = <b>{ $question }</b>

    “{ $words }” ({ $clause })
beginning-expected = <b>Expected achievements</b> by direction: { $said } of { $total } written. They go into the road map.
    .open = Expected achievements
    .write = { $said ->
        [true] Change: { $direction }
       *[false] Write: { $direction }
    }
    .back = To the plan
beginning-expected-line = <b>{ $direction }</b>: { $text }
beginning-expected-ask = <b>{ $direction }.</b> What do you expect of this direction? One sentence is enough.
    .back = Back
    .example = “Five lessons with ways of reading for meaning”
