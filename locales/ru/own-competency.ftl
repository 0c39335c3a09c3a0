## Своя компетенция: назвать и оценить

own-competency = <b>Своя компетенция</b> ({ $clause }). { $count ->
    [0] Список открыт: можно назвать то, чего в нём нет.
   *[other] Она стоит в результате рядом с остальными.
}
    .open = Своя компетенция
    .add = Назвать свою
    .rate = Оценить: { $title }
    .remove = Убрать
own-competency-line = <b>{ $title }</b>: { $rated ->
    [true] { $score }{"\u00A0"}%
   *[false] пока без оценки
}
own-competency-ask = Назовите компетенцию коротко, одной строкой.
    .example = «Работа с родителями»
own-competency-rate = <b>{ $title }</b>. Насколько получается?
own-competency-enough = Своих компетенций может быть до { $most }.
own-competency-known = Такая компетенция уже есть в списке. Назовите другую.
