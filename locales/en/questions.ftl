## Questions of chat forms: one question, one answer

questions-number = Question { $number } of { $total }
questions-given = Written down now: { $value }
questions-picked = Chosen: { $value }
questions-listed = { $first }, { $rest }
questions-ask =
    .option = { $label }
    .marked = { $label } ({ $mark })
    .chosen = ✓ { $label } (written down)
    .picked = ✓ { $label } (chosen)
    .done = Done
    .more = More options
    .tomorrow = Tomorrow: { $day }
    .week = In a week: { $day }
    .month = In a month: { $day }
    .several-days = Several days
    .one-day = One day
    .skip = { $kind ->
        [choice] Skip
        [email] Do not give it
        [phone] Do not give it
       *[other] None
    }
    .keep = Leave it as it is
    .back = Back
    .later = Later
    .leave = Back, change nothing
questions-echo = <b>{ $day }</b>. Is that right?
    .yes = Yes
    .again = Change the date
questions-offer =
    .right = Correct
    .mend = Change it
questions-offer-tap = A button is needed here: “Correct” or “Change it”. The message is not written down.
questions-echo-period = <b>From { $first } to { $last }</b>. Is that right?
questions-past = This day has passed already.
questions-weekend = This is a weekend.
questions-holiday = This is a public holiday: { $name }.
questions-own-words = Write it in your own words, in one message.{ $example }
questions-example = {" "}For example: { $words }

answer-control = The text holds a sign that cannot be read. Please type the answer again.{ $example }
answer-empty = The answer came out empty. Please write it in words.{ $example }
answer-too-short = The answer is too short: { $length } characters, at least { $minimum } are needed.{ $example }
answer-too-long = The answer is too long: { $length } characters, { $maximum } fit. It can be shorter.{ $example }
answer-not-offered = There is no such option. Please press one of the buttons.{ $example }
answer-too-few = { $count } chosen, at least { $minimum } are needed.{ $example }
answer-too-many = { $count } chosen, { $maximum } at most.{ $example }
date-impossible = There is no such date: “{ $typed }”.{ $example }
date-unclear = The date could not be understood: “{ $typed }”.{ $example }
date-too-early = { $day } is too early, it cannot be before { $limit }.
date-too-late = { $day } is too late, it cannot be after { $limit }.
number-unclear = A number is needed.{ $example }
number-out-of-bounds = A number from { $minimum } to { $maximum } is needed.{ $example }
answer-email = This does not look like an e-mail address. Check the @ and the dot.{ $example }
answer-phone = This does not look like a phone number: 10 digits are needed after 8 or +7.{ $example }
answer-years = A whole number of years is needed, in digits. Less than a year is 0.{ $example }
answer-years-out = So many years cannot be: a number from { $minimum } to { $maximum } is needed.
answer-hours = A number of hours from 1 to { $maximum } is needed, such as 72.
answer-courses = This cannot be read: “{ $line }”. A name, hours and a year are needed, for example: Reading literacy, 36, 2025
