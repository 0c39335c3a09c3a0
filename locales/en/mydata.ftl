## My data and consent

mydata = <b>What is recorded about you</b>

    { $name }, { $position }, { $school }. Your answers, plan and reports can be seen from the menu.
    To correct a name or position, or to get a copy: through whoever gave you the code.
    .file = The consent as a file
    .withdraw = Withdraw the consent
mydata-consent = Consent: edition { $version }, given on { $at }.
mydata-sure = Withdraw the consent? The bot will stop writing to you; the route can go on on paper.

    Reports that were sent, and the decisions on them, stay with the school: the law demands it. You can come back with the same code.
    .no = Leave it as it is
    .yes = Withdraw the consent
mydata-gone = The consent is withdrawn, there will be no more messages. The methodist and the tutor have been told.

    The route can go on on paper. If you decide to come back, type your code.
    .back = Come back with the code
mydata-withdrawn = { $name } ({ $school }): the consent to the processing of data is withdrawn. From now on on paper only. Please delete phone, e-mail and drafts within 30 days.
