## Coming in: the code, the consent, the language

entry-stranger = Hello. This is Marshrut: it leads a teacher through an individual educational route (ИОМ).

    To come in, type your personal code here. Your school or methodist gives it out.

    For example: <b>AB23-CD45-EF67-GH89-JK23-LM45-NP67</b>
entry-language = Язык / Language

entry-no-code = This does not look like a personal code: it has { $letters } Latin letters and digits. The try is not counted.
entry-wrong-code = This code does not fit. Check the letters and digits, tries left: { $left }.
    If the code is lost, ask the methodist or the deputy head for a new one.
entry-paused-now = The code did not fit five times in a row. Try again in 15 minutes. The methodist or the deputy head can tell you the code.
entry-paused = { $minutes ->
    [one] There is a pause now: codes can be typed in { $minutes } minute.
   *[other] There is a pause now: codes can be typed in { $minutes } minutes.
}
entry-code-taken = This code has been used from another phone. The methodist has been told and will help.
entry-code-over = This code was valid until { $at }. Ask the methodist or the deputy head for a new one.
entry-account-taken = You are in already under another name. This code belongs to another person. If you hold two offices, tell the methodist: one code is enough.
entry-in-already = You are in already; the code is no longer needed.

entry-welcome = Hello, { $name }.

    You are invited by <b>{ $school }</b>.
    The rules of the route: { $regulation }.

    { $walks ->
        [true] The route is voluntary. First we need your consent to process your data; it is in the next message.
       *[other] You accompany the routes of teachers. First we need your consent to process your data; it is in the next message.
    }

entry-consent = <b>Consent to the processing of personal data</b> (edition { $version })

    Operator: { $operator }.
    The whole text is in the file; it can be read here, too.

    Until you answer, the bot asks nothing about you.
    .agree = I consent: the route and the registry of the centre
    .only = Only the route, no name in the registry
    .refuse = I do not consent
    .read = Read it here
entry-consent-file = The consent: full text
entry-consent-text = { $text }
entry-refused = All right. Without your consent the bot asks and keeps nothing: only the refusal and its time are recorded.

    The route can be walked on paper: ask the methodist or the deputy head. Your code stays valid.
    .again = Back to the consent
entry-agreed = Thank you, { $name }. The consent is recorded. It can be withdrawn on any day: /mydata

entry-choose-language = На каком языке говорить? / Which language?
    .ru = Русский
    .en = English
entry-language-set = The bot speaks English now.

entry-code-shown-twice = Somebody typed, from another phone, a personal code that has been used already.

    Whose code: { $name } ({ $school }). They could not come in. If the person changed phones, give out a new code.
unreachable = { $name } gets no messages now: the bot is blocked or removed.

    The deadlines go on. Call, or use paper; when the person writes to the bot, everything continues from the same place.
