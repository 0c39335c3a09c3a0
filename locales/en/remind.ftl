## Settings of reminders: /remind

remind = <b>Reminders</b>
    .days = Days
    .hour = Hour
    .rungs = How many
    .vacation = Vacation
remind-days = When: { $days }.
remind-weekdays = { $kind ->
    [every] every day but holidays
    [working] on working days
    [free] on days off only
   *[chosen] { $listed }
}
remind-weekday = { $day ->
    [0] Mon
    [1] Tue
    [2] Wed
    [3] Thu
    [4] Fri
    [5] Sat
   *[6] Sun
}
remind-listed = { $before }, { $last }
remind-hour = At what hour: { $hour }.
remind-rungs = How many: { $rungs ->
    [last] one, the evening before
    [none] none
   *[all] all, before the date and after it
}.
remind-vacation = Vacation: from { $first } to { $last }.
remind-vacation-begun = Vacation from { $first }, the last day is not named yet.
remind-vacation-none = No vacation is set.
remind-language = Language: English.
remind-kept = Saved
remind-back = Back
remind-no-day = At least one day is needed. If you want no reminders, choose “How many”: none.

remind-days-ask = On which days?
    .usual = { $now ->
        [true] { "✓ " }
       *[false] { "" }
    }{ $kind ->
        [every] Every day but holidays
        [working] On working days
       *[free] On days off only
    }
    .single = Choose days of the week
remind-weekdays-ask = On which days of the week? Tap a day to switch it on or off.
    .day = { $day ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
        [4] Friday
        [5] Saturday
       *[6] Sunday
    }: { $on ->
        [true] yes
       *[false] no
    }
    .ready = Done
remind-hour-ask = At what hour? By the clock of your school.
    .hour = { $now ->
        [true] { "✓ " }
       *[false] { "" }
    }{ $hour }
    .usual = { $now ->
        [true] { "✓ " }
       *[false] { "" }
    }As everybody: { $hour }
remind-rungs-ask = How many reminders of one date?
    .one = { $now ->
        [true] { "✓ " }
       *[false] { "" }
    }{ $rungs ->
        [last] One, the evening before
        [none] None
       *[all] All
    }
remind-vacation-quiet = In a vacation the bot is silent. On the first evening after it one message tells what waits.
remind-vacation-ask =
    .none = Remove the vacation
remind-vacation-from = From which day? You can write both days at once, for example: 1 July to 14 July.
remind-vacation-to = The last day of the vacation?
remind-vacation-backwards = The last day cannot be before the first: { $first }.
remind-vacation-long = A vacation can last a year at most. If you want no reminders at all, choose “How many”: none.
