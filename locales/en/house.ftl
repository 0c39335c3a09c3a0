## The rules of an organisation: what the regulation leaves to it (S000 3.1.1, S003 1.3, X25; R0-029, R3-012)

house = <b>{ $school ->
    [true] Our school’s rules
   *[false] The region’s rules
}</b>: { $place }

    What the regulation leaves to the { $school ->
        [true] school
       *[false] region
    } stands here. Nothing is required: routes go on without it.
    .development = Plan of development
    .diagnosis = How often a diagnosis
    .reapproval = Who approves changes of a plan
    .back = Back
    .forget = Remove
    .without-act = Without an act
    .months = { $months ->
        [0] Not ordered
        [6] Every half year
        [12] Every year
        [24] Every two years
       *[other] Every three years
    }
    .way = { $way ->
        [never] Signatures are enough, I hear
        [many] I do, over { $rows } changes
        [always] I do, always
       *[regulation] As the regulation{ $text ->
            [never] : signatures are enough
            [many] : when much changes
           *[always] : always
        }
    }
house-development = Plan of development: { $text ->
    [none] not written
   *[other] <i>{ $text }</i>
}
    .example = “Functional literacy, work with children with special needs”
house-diagnosis = Diagnosis of teachers: { $months ->
    [0] how often is not ordered
    [6] every half year
    [12] every year
    [24] every two years
    [36] every three years
   *[other] every { $months } months
}{ $act ->
    [none] {""}
   *[other] {" "}({ $act })
}{ $clause }.
house-reapproval = Changes of an approved plan: { $way ->
    [never] signatures are enough, the head hears
    [many] the head approves over { $rows } changes, or past the term
   *[always] the head always approves
} ({ $own ->
    [true] the school’s decision
   *[false] as in the regulation
}).
house-changed = Changed { $at }: { $name }.
house-ask-development = Where does the school want to get on? Write the directions of its plan of development in a sentence or two. Teachers see them while choosing activities.
house-ask-diagnosis = How often do teachers take the diagnosis? The bot reminds each of them two weeks before.
house-ask-act = { $months ->
    [0] Choose first how often.
   *[other] Which act orders it? Write its name and number.
}
house-act =
    .example = “Head’s order No. 120 of 01.09.2026”
house-ask-reapproval = A teacher changes an activity of an approved plan. Is your approval needed again?
house-kept = Noted.
house-pupils = This looks like a list of pupils: the bot keeps no names and marks of children. Please write without them.
