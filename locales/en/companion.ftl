## Who accompanies a route, by the word of the regulation

companion-who = { $role ->
    [mentor] the mentor
    [deputy_head] the deputy head
    [centre_methodist] the methodist
    [methodist] the methodist
    [subject_lead] the head of the subject teachers
   *[tutor] the tutor
}
companion-to = { $role ->
    [mentor] the mentor
    [deputy_head] the deputy head
    [centre_methodist] the methodist
    [methodist] the methodist
    [subject_lead] the head of the subject teachers
   *[tutor] the tutor
}
