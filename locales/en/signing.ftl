## Signatures: the list, a paper on one screen, the code of signing

signing = { $count ->
    [0] Nothing waits for your signature.
    [one] <b>{ $count } paper waits for your signature.</b>
   *[other] <b>{ $count } papers wait for your signature.</b>
}{ $opened ->
    [0] {""}
   *[other] {" "}Those you have read stand first.
}
    .open = { $opened ->
        [true] {""}Read:
       *[false] {""}Open:
    } { $name }, { $act ->
        [agree] to agree
        [approve] to approve
       *[sign] to sign
    }: { $paper ->
        [correction] correction
        [conclusions] conclusions
       *[card] card
    }
    .all = Sign all that I have read: { $count }
    .done = Signed ones
    .round = Being signed: { $count }
    .act = Simple electronic signature
signing-card = <b>Card of the route</b>: { $name }, { $school }. Version { $number }.
    .sign = { $act ->
        [agree] Agree
        [approve] Approve
       *[sign] Sign
    }
    .rows = The whole plan
    .list = All signatures
    .protocol = Who signs
    .paper = It is on paper
signing-instead = The decision has come to you: nobody can act as “{ $role }” now.
signing-rows = <b>{ $name }</b>: the plan, version { $number }.
    .back = Back
signing-waits-for = Waits for: { $role }.
signing-signed = Signed: { $name }, { $at }.
signing-signed-already = Signed already: { $name }, { $at }.
signing-not-waiting = { $state ->
    [done] Everybody has signed this paper.
    [returned] The paper was returned to be mended. A new version will come by itself.
   *[withdrawn] The paper was taken back. A new version will come by itself.
}
signing-nothing = There is nothing to sign now.
signing-all = <b>One code will sign: { $count }.</b>
    .yes = { $count ->
        [one] Sign { $count } paper
       *[other] Sign { $count } papers
    }
    .back = Back
signing-all-line = { $name }: { $act ->
    [agree] to agree
    [approve] to approve
   *[sign] to sign
}: { $paper ->
    [correction] correction
    [conclusions] conclusions
   *[card] card
}
signing-all-outdated = The list is another one by now. Here it is.
signing-done = { $count ->
    [1] <b>Done.</b> { $name }: { $paper ->
        [correction] the correction is
        [conclusions] the conclusions are
       *[card] the card is
    } { $act ->
        [agree] agreed
        [approve] approved
       *[sign] signed
    }.{ $whole ->
        [true] { $paper ->
            [correction] {" "}It is in force.
            [conclusions] {" "}Every signature is there.
           *[card] {" "}The route begins.
        }
       *[false] {""}
    }
    [one] <b>Done.</b> { $count } paper is signed.
   *[other] <b>Done.</b> { $count } papers are signed.
}
    .undo = Undo (2 minutes)
    .undo-all = Undo all of them: { $count } (2 minutes)
    .list = All signatures
signing-undone = The signature is taken back. The paper waits again.
signing-undone-all = { $count ->
    [one] { $count } signature is taken back. The paper waits again.
   *[other] { $count } signatures are taken back. The papers wait again.
}
signing-undone-stay = { $count ->
    [one] { $count } signature stays, work has gone on with it: { $names }.
   *[other] { $count } signatures stay, work has gone on with them: { $names }.
}
signing-no-undo = It can no longer be undone: two minutes have passed, or work has gone on.
signing-left = Nothing was signed.
signing-not-begun = The route has not begun yet.

signing-pad = { $purpose ->
    [set] <b>Think of a code for signing: 4 digits.</b> With it nobody can sign for you. Tell it to nobody.
    [repeat] <b>The same code once more.</b> Behind it the paper is signed.
   *[sign] <b>Your code of signing.</b>
} { $count ->
    [1] { $name }: { $act ->
        [agree] to agree with
        [approve] to approve
       *[sign] to sign
    } { $paper ->
        [correction] the correction
        [conclusions] the conclusions
       *[card] the card
    }.
    [one] { $count } paper will be signed.
   *[other] { $count } papers will be signed.
}
    .digit = { $digit }
    .rub-out = Rub out
    .forgot = I do not remember it
    .leave = Do not sign
signing-pad-dots = { $dots }
signing-pad-typed = The code is not written in the chat: the message stays readable. Please delete it and press the digits. { $purpose ->
    [sign] If it was your code, better choose another: “I do not remember it”.
   *[set] Take other digits for the code.
}
signing-pad-tap = Only the buttons with digits are needed here.
signing-pad-over = These buttons no longer work. Here is how it stands.
signing-pin-easy = That code is tried first by anybody. Think of another.
signing-pin-differs = The codes differ. Once more from the start: think of a code.
signing-pin-wrong = The code did not fit. Tries left: { $left }.
signing-pin-paused-now = The code did not fit three times. A rest of 15 minutes, the papers will wait.
signing-pin-paused = The code can be tapped in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. The papers will wait.
signing-pin-not-asked = This code is no longer asked about.
signing-pin-nobody = Nobody can clear the code yet. Please ask whoever gave you the personal code to come in.
signing-pin-asked = You have asked to clear the code: { $names }. They will call to make sure it is you, then you choose a new one. The papers will wait.
signing-pin-forgotten = { $name }, { $school }: does not remember the code of signing. Call or meet, make sure it is this person who asks, then clear the code.
    .clear = Clear the code
signing-pin-clear-done = The code is cleared: { $name }. They will choose a new one at the next signature.
signing-pin-cleared = Your code of signing is cleared ({ $by }). You will choose a new one at the next signature.

signing-paper = <b>Who has signed on paper?</b> Choose, or write the full name. { $act ->
    [agree] It is the agreement.
    [approve] It is the approval.
   *[sign] It is the signature.
}
    .who = { $name }
    .example = “Korepanov Andrey Leonidovich”
signing-paper-day = <b>{ $name }</b>: which date stands under the signature? Press or write: “12 September”.
    .on = { $on }
signing-paper-scan-ask = { $name }, { $on }. <b>Please send a photo or a file of the signed sheet.</b>
signing-paper-scan = A photo or a file of the signed sheet is needed.
signing-paper-day-wrong = That day does not fit: it lies before the route, or has not come yet. Please check.
signing-paper-done = <b>Entered.</b> { $act ->
    [agree] Agreed on paper
    [approve] Approved on paper
   *[sign] Signed on paper
}: { $name }, { $on }. The approval goes on.
signing-entered = { $name }: your signature on paper of { $on } was entered. { $act ->
    [agree] It is the agreement.
    [approve] It is the approval.
   *[sign] It is the signature.
} Entered: { $by }. If it is not so, please tell whoever entered it.
signing-protocol = <b>{ $name }</b>: { $paper ->
    [correction] correction No. { $number }
    [conclusions] conclusions, version { $number }
   *[card] the card, version { $number }
}.{ $loops ->
    [0] {""}
   *[other] {" "}Returned before: { $loops }.
}
    .pdf = Protocol: PDF
    .word = Word
    .began = The route began: { $on }
signing-slot-waits = Waits for: { $role }.
signing-slot-returned = Returned to be mended: { $name }, { $role }, { $at }.
signing-slot-paper = { $act ->
    [agree] Agreed
    [approve] Approved
   *[sign] Signed
} on paper on { $on }: { $name }, { $role }; on paper, entered by: { $by }.
signing-slot = { $act ->
    [agree] Agreed
    [approve] Approved
   *[sign] Signed
}: { $name }, { $role }{ $office }, { $at }. { $simple }
signing-office = {" "}({ $acting ->
    [true] acting { $since } to { $until }
   *[false] since { $since }
})
signing-simple = { $simple ->
    [true] Signed with a simple electronic signature: { $by_act }.
   *[false] Agreed in the system.
}
signing-visa = Visa, without legal force: { $name }, { $role }, { $at }.
signing-base = By: { $regulation }, edition { $edition }.
signing-sha = Checksum: { $sha }
signing-began = <b>When did the work on the route begin?</b> It says { $on } now. Write another date, for example “1 September”.
signing-began-now = The route began: { $on }.
signing-papers = { $count ->
    [0] There are no signed papers yet.
   *[other] <b>Signed ones</b>, the latest first.
}
    .open = { $name }, { $paper ->
        [correction] correction No. { $number }
        [conclusions] conclusions, version { $number }
       *[card] card, version { $number }
    }{ $state ->
        [done] : signed by all
        [open] : being signed
        [returned] : returned
       *[withdrawn] : taken back
    }
signing-act = <b>{ $school }</b>. { $there ->
    [true] Signatures are printed as simple electronic signatures. By: { $act }. Entered: { $by }. To change it, write the new one.
   *[false] Signatures are printed as “agreed in the system” now. If an order or agreement allows simple electronic signatures (63-FZ, article 9), write its name, number and date.
}
    .off = Remove it
    .example = “Order No. 15 of 01.09.2026”
signing-act-off = Remove it? New signatures will be printed as “agreed in the system”, earlier ones stay as they were.
    .yes = Yes, remove

signing-round = { $count ->
    [0] Nothing is being signed now.
   *[other] <b>Being signed</b>: whose signature each document waits for. If it stands on a sheet already, open the document and enter it.
}
    .open = { $name }: waits for { $role }

signing-word = <b>{ $name }</b>: a paper has waited for your signature since { $since }, longer than the internal term. No reproach: signing takes a minute.
    .open = Open
signing-silent = <b>{ $name }</b>: since { $since } a signature is awaited, { $role }. Help may be needed. If it stands on paper already, it can be entered. The term is internal, not law.
