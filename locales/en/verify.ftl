## Proving a paper by the code that stands on it

verify = { $verdict ->
    [current] <b>The paper is genuine and counts.</b> Signed by all on { $on }.{ $going ->
        [true] {" "}A newer version is being made.
       *[false] {""}
    }
    [amended] <b>The paper is genuine.</b> Signed by all on { $on }. Since then the plan was corrected: { $count }.
    [replaced] <b>The paper is genuine but outdated.</b> Signed on { $on }; version { $newer } counts now.
    [going] <b>The paper still goes round.</b> Not everybody has signed.
    [cancelled] <b>The paper does not count.</b> It was returned or taken back on { $on }.
   *[altered] <b>The paper cannot be trusted.</b> Its content differs from its check sum. Please turn to whoever sent it.
}
    .protocol = Signatures
verify-whose = Whose: { $name }.
verify-paper = { $paper ->
    [correction] Correction { $number }.
    [conclusions] Conclusions { $number }.
   *[card] Card, version { $number }.
}
verify-sha = The check sum begins with <b>{ $sha }</b>. Compare it with the paper.
verify-unknown = <b>There is no such paper here.</b> The code is not whole or was changed. Until this is clear, better do not trust a paper with it.
