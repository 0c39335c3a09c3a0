## My data and consent

mydata = <b>What is kept about you</b>

    { $who }. The answers of the self-diagnosis, the plan and the reports are in the menu.
    .mend = Correct
    .file = The consent as a file
    .word = The consent for Word
    .archive = Everything about me as an archive
    .purposes = What you have agreed to
    .minutes = How much time it took
    .withdraw = Withdraw the consent
mydata-sheet = <b>On the sheet for the card:</b>
mydata-consent = Consent: edition { $version }, given on { $at }.
mydata-terms = The words of messages are erased from the server after { $days } days.
mydata-sure = Withdraw the consent? The bot will stop writing to you; the route can go on on paper.

    Phone, e-mail, unfinished answers of the sheet and your words in questions, needs and mentoring are deleted at once. Reports sent and decisions on them stay with the school: the law wants it. You can come back from this phone with the same code.
    .no = Leave it as it is
    .yes = Withdraw the consent
mydata-gone = The consent is withdrawn, there will be no more messages. The methodist and the team of the route have been told.

    The route can go on on paper. If you decide to come back, type your code.
    .back = Come back with the code
mydata-forgotten = (the words are deleted as their author asked)
mydata-withdrawn = { $name } ({ $school }): the consent to the processing of data is withdrawn. From now on on paper only. Please delete phone, e-mail and drafts within 30 days.
