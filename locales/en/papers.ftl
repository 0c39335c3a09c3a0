## Papers of a route

papers = { $mine ->
    [true] <b>The papers of your route</b>
   *[false] <b>Papers: { $name }</b>
}

    { $hidden ->
    [true] Papers with names do not go through the chat here. The methodist or whoever keeps the server has them.
   *[false] { $count ->
        [0] For this regulation the bot prepares no papers yet.
       *[other] They are filled in with what is known already. Empty places are left for handwriting. The papers are in Russian.
    }
    }
papers-name = { $kind ->
    [card] Card of the route
    [growth] Card of growth
    [roadmap] Road map
    [marks] Sheet of marks
    [correction] Corrections
    [outcome] Outcome
    [year_report] Report on the school year
    [order] Draft order
    [tutor_order] Draft act on a tutor
   *[monitoring] Monitoring sheet
}
papers-line = { $name }: { $stage ->
    [agreeing] waits for an agreement
    [in_force] in force, the regulation asks for no signature
    [signing] waiting for signatures
    [signed] signed
    [empty] not filled in yet
    [filling] is being filled in as the route goes
    [filled] filled in
    [checking] being read
    [accepted] accepted
    [by_hand] draft, signed on paper
   *[draft] draft
}
papers-pdf = { $kind ->
    [card] Card
    [growth] Card of growth
    [roadmap] Road map
    [marks] Marks
    [correction] Corrections
    [outcome] Outcome
    [year_report] Year report
    [order] Order
    [tutor_order] Act on tutor
   *[monitoring] Monitoring
}: PDF
papers-word = Word
papers-making = Preparing the paper
papers-others = Back to the teachers
papers-teachers = { $count ->
    [0] There are no papers that you may open yet.
   *[other] Whose papers? Press a name.
}
    .earlier = Back in the list
    .later = On in the list
papers-teacher = { $name }
papers-template = The organisation's template <b>{ $file }</b> did not fit, this file is made by ours. { $fault ->
    [file] It is not a .docx file.
    [endless] It comes to no end: { $tag }.
   *[tag] The wrong place: { $tag }.
} Whoever keeps the templates knows.
papers-portfolio = Portfolio as one archive
papers-calendar = Days for the calendar
papers-discreet = Papers with names do not go through the chat here. The methodist or whoever keeps the server has them.
papers-link = The paper is ready. It opens on the bot's own page, not in this chat.

    The button works once, for an hour. Please do not forward it.
    .fetch = Download the paper
    .back = To the papers
