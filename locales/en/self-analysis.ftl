## The teacher looks back

self-analysis = <b>Looking back.</b> Answers: { $answered } of { $total }. Four short questions; they become part of the conclusions.
    .answer = Answer
    .anew = Change the answers
    .survey = { $done ->
        [true] Change the ratings
       *[false] Three questions about the route
    }
self-analysis-said = { $code ->
    [changed] What has changed
    [pupils] For the pupils
    [hard] Difficulties
   *[ahead] Ahead
}: { $text }
self-analysis-changed = <b>What has changed in your work?</b>
    .example = Every lesson has a task on close reading.
self-analysis-pupils = <b>What did the pupils gain?</b>
    .example = Pupils answer questions on a text with more confidence.
self-analysis-hard = <b>What was hard?</b>
    .example = There was little time to prepare.
self-analysis-ahead = <b>What comes next?</b>
    .example = A master class for colleagues.
self-analysis-survey = Question { $number } of { $total }. <b>{ $question }</b>
    .how = { $how ->
        [yes] Yes
        [partly] Partly
       *[no] No
    }
    .back = Back
self-analysis-thanks = Thank you, the answers are saved.
self-analysis-asked = Your route is being summed up. Your look back is needed ({ $clause }): four short questions.
    .open = Answer
