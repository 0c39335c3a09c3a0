## When the next diagnosis is due by an act (S000 3.1.1, R0-029)

diagnosis-due-line = Next diagnosis: by { $on }, { $months ->
    [6] every half year
    [12] every year
    [24] every two years
    [36] every three years
   *[other] every { $months } months
}{ $act ->
    [none] {""}
   *[other] {" "}({ $act })
}{ $clause }.
diagnosis-due = It is time for another diagnosis: { $months ->
    [6] every half year
    [12] every year
    [24] every two years
    [36] every three years
   *[other] every { $months } months
}{ $act ->
    [none] {""}
   *[other] {" "}({ $act })
}{ $clause }. Best by { $on }: you will see what has changed.
    .open = Open the diagnosis
