## Consents by purpose: each is read, given and withdrawn by itself

consents = <b>What you have agreed to</b>

    Each purpose has its own text. Any of them but the route can be withdrawn by itself.
    .open = { $purpose ->
        [centre] Name in the registry of the centre
        [evidence] Photos and files in the portfolio
       *[named] Be found in lists
    }
    .back = Back to my data
consents-line = { $purpose ->
    [route] The route in the bot
    [centre] Name in the registry of the centre
    [evidence] Photos and files in the portfolio
   *[named] Be found in lists
}: { $state ->
    [given] yes, { $at }
    [older] yes, { $at }; the text is new
    [refused] no, { $at }
   *[none] not asked yet
}
consents-text = { $text }
    .yes = I allow it
    .no = I do not allow it
    .withdraw = Withdraw
    .back = To all purposes
    .away = Back
consents-sure = { $purpose ->
    [centre] <b>Withdraw your name in the registry of the centre?</b> From now on initials stand there, and your finished card is not in its archive. Signed papers and registries sent before stay.
    [evidence] <b>Withdraw photos and files in the portfolio?</b> From now on it holds papers and conclusions only. Reports, the decisions on them and archives you have stay.
   *[named] <b>Withdraw your name in lists?</b> Colleagues do not find you among guests or mentees. Invitations that have come stay.
}

    The methodist hears of it. The route does not change.
    .no = Leave it as it is
    .yes = Withdraw
consents-kept = { $yes ->
    [true] Kept: I allow it.
   *[other] Kept: I do not allow it.
}
consents-outdated = The answer has changed meanwhile. Here is how it stands.
consents-first = Please answer first: it is asked once. I go on right after the answer.
consents-withdrawn = { $name } ({ $school }): a consent is withdrawn. { $purpose ->
    [centre] Name in the registry of the centre: new registries have initials. Delete lists with the name that are no longer needed within 30 days.
    [evidence] Photos and files in the portfolio: delete copies gathered for it within 30 days.
   *[named] Name in lists of colleagues: it is not found among guests or mentees any more.
}
consents-new = The text of a consent is new: { $purpose ->
    [route] the route in the bot
    [centre] name in the registry of the centre
    [evidence] photos and files in the portfolio
   *[named] name in lists of colleagues
}. Read it and answer when it suits you; until then the one of before holds.
    .read = Read
