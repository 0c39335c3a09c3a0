## Questions about the professional future (S000 2.2; R0-016)

future = Question { $number } of { $total }, to think about{ $clause }. No need to write an answer.
    .open = Think of the future: { $count } questions
    .on = On
    .topic = To the topic
future-question = <b>{ $question }</b>
