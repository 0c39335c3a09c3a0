## Methodical topics, watched over by the head and the deputy (S001 4.1; R1-022)

topics = <b>Topics of the teachers</b>{ $clause }: { $count ->
    [0] none yet.
   *[other] { $count }, without your word: { $waiting }.
}
    .open = Topics of the teachers
    .more = More
    .back = To the overview
topics-line = <b>{ $name }</b>: { $topic }{ $word ->
    [agreed] {" "}✓
    [remark] {" "}– there is a remark
   *[none] {""}
}
topics-card = <b>{ $name }</b>
    { $title }: { $topic }
    .open = { $name }
    .agree = Agree with the topic
    .remark = Write a remark
    .back = To the topics
topics-said-by = { $remark ->
    [none] The topic is agreed: { $name }, { $at }.
   *[other] A remark on the topic ({ $name }, { $at }): <i>{ $remark }</i>
}
topics-said = This was said already.
topics-ask = { $name }: “{ $topic }”. What should be different? The teacher will read your words.
    .example = “One class only, and the result will be seen”
topics-told = { $name } will hear.
topics-pupils = This looks like a list of pupils: the bot keeps no names and marks of children. Please write without them.
topics-word = { $remark ->
    [none] Your topic “{ $topic }” is agreed{ $clause }: { $name }.
   *[other] There is a remark on the topic “{ $topic }”{ $clause }, { $name }: <i>{ $remark }</i> The topic can be changed in the plan.
}
    .plan = To the plan
