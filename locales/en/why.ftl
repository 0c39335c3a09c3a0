## Why so: the clause of the regulation and its words

why =
    .count = Why { $least }?
    .term = Why this term?
    .plan = To the plan
    .help = To the help
    .duties = My duties
why-quote = <b>{ $regulation }</b>{ $clause }:

    “{ $quote }”
why-levels = <b>{ $regulation }</b>{ $clause }: { $rule }.

    Where the numbers come from: { $source }.
why-clause = So the text has it: <b>{ $regulation }</b>{ $clause }.
why-ours = The text does not say it: <b>{ $regulation }</b>{ $clause }. The rule is the bot's own, the organisation may choose another.
why-confirm = <i>The organisation has yet to confirm this.</i>
why-none = <b>{ $regulation }</b>: the text has no such requirement.
why-what = <b>What are you asking about?</b> You will see the clause and its words.
    .count = How many activities
    .term = The term of the route
    .levels = Levels and per cent
    .diagnosis = The self-diagnosis
    .final-event = The final event
why-duties = <b>{ $role }</b>. { $regulation }{ $clause }:
why-duty = • { $duty }
why-no-duties = The regulation names no duties for your role.
