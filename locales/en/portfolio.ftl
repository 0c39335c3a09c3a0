## A teacher's portfolio

portfolio = <b>Portfolio</b>

    One archive: cards, outcomes and conclusions of all your routes, and the evidence of your reports. Open the file “Index” in it.
    .make = Put the portfolio together
    .back = To the papers
