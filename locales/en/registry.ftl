## The registry of routes

registry = <b>Registry of routes</b>

    { $total ->
    [0] There are no routes yet that your office may see.
   *[other] All: { $total }. Going: { $active }. Finished: { $closed }.
}
    The file has all of them: number, teacher, stage, terms, outcome.
    .xlsx = Registry for Excel
    .csv = For a program, CSV
    .json = For a program, JSON
    .cards = Finished routes as an archive ({ $count })
