## Почему так: пункт положения и его слова

why =
    .count = Почему { $least }?
    .term = Почему такой срок?
    .plan = К плану
    .help = К справке
    .duties = Мои обязанности
why-quote = <b>{ $regulation }</b>{ $clause }:

    «{ $quote }»
why-levels = <b>{ $regulation }</b>{ $clause }: { $rule }.

    Откуда числа: { $source }.
why-clause = Так устроено по тексту: <b>{ $regulation }</b>{ $clause }.
why-ours = В тексте этого прямо нет: <b>{ $regulation }</b>{ $clause }. Правило предложено в боте, организация может выбрать другое.
why-confirm = <i>Это место ещё подтверждает организация.</i>
why-none = <b>{ $regulation }</b>: такого требования в тексте нет.
why-what = <b>О чём Вы спрашиваете?</b> Покажу пункт положения и его слова.
    .count = Сколько мероприятий
    .term = Срок маршрута
    .levels = Уровни и проценты
    .diagnosis = Самодиагностика
    .final-event = Заключительное мероприятие
why-duties = <b>{ $role }</b>. { $regulation }{ $clause }:
why-duty = • { $duty }
why-no-duties = Для Вашей роли положение обязанностей не называет.
