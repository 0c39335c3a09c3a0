## Методические темы под присмотром директора и заместителя (S001 4.1; R1-022)

topics = <b>Темы педагогов</b>{ $clause }: { $count ->
    [0] пока ни одной.
   *[other] { $count }, без Вашего слова: { $waiting }.
}
    .open = Темы педагогов
    .more = Ещё
    .back = К обзору
topics-line = <b>{ $name }</b>: { $topic }{ $word ->
    [agreed] {" "}✓
    [remark] {" "}– есть замечание
   *[none] {""}
}
topics-card = <b>{ $name }</b>
    { $title }: { $topic }
    .open = { $name }
    .agree = Согласовать тему
    .remark = Написать замечание
    .back = К темам
topics-said-by = { $remark ->
    [none] Тема согласована: { $name }, { $at }.
   *[other] Замечание по теме ({ $name }, { $at }): <i>{ $remark }</i>
}
topics-said = Это уже сказано.
topics-ask = { $name }: «{ $topic }». Что стоит изменить? Педагог увидит Ваши слова.
    .example = «Сузьте тему до одного класса, так будет виден результат»
topics-told = { $name } узнает.
topics-pupils = Похоже на список учеников: фамилии и оценки детей бот не хранит. Напишите без них.
topics-word = { $remark ->
    [none] Ваша тема «{ $topic }» согласована{ $clause }: { $name }.
   *[other] По теме «{ $topic }» есть замечание{ $clause }, { $name }: <i>{ $remark }</i> Тему можно изменить в плане.
}
    .plan = К плану
