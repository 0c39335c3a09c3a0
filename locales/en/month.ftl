## The calendar of buttons

month = <b>{ $name }</b>. Press a number or write the date.
    .day = { $number }
    .none = no
    .weekday = { $number ->
        [1] Mo
        [2] Tu
        [3] We
        [4] Th
        [5] Fr
        [6] Sa
       *[7] Su
    }
    .earlier = ‹ { $name }
    .later = { $name } ›
    .open = Calendar
    .back = To the question
month-name = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
month-within = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
month-no-day = There is no day to choose here. You can choose from { $first } to { $last }.
