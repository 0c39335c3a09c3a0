## Кто рядом с маршрутом, в нужном падеже: слово положения, где это не тьютор

companion-who = { $role ->
    [mentor] наставник
    [deputy_head] заместитель директора
    [centre_methodist] методист
    [methodist] методист
    [subject_lead] руководитель методического объединения
   *[tutor] тьютор
}
companion-to = { $role ->
    [mentor] наставнику
    [deputy_head] заместителю директора
    [centre_methodist] методисту
    [methodist] методисту
    [subject_lead] руководителю методического объединения
   *[tutor] тьютору
}
