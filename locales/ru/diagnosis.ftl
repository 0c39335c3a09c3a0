## Самодиагностика

diagnosis-intro = <b>Самодиагностика</b>

    { $total ->
        [one] { $total } утверждение
        [few] { $total } утверждения
       *[many] { $total } утверждений
    } о Вашей работе, на каждое один ответ кнопкой. Это 7–10 минут, можно с перерывами: каждый ответ сохраняется.

    Это не экзамен: по ответам подбираются мероприятия. Участие добровольное ({ $clause }).
    .begin = Начать
    .decline = Не участвую
diagnosis-declined-now = Записано: Вы не участвуете в диагностике (участие добровольное, { $clause }).

    Маршрут строится тогда по Вашим запросам и затруднениям. Передумать можно в любой день.
    .plan = К плану мероприятий
diagnosis-declined = Вы отказались от самодиагностики { $at } (участие добровольное, { $clause }).

    Если передумаете: { $total } утверждений, 7–10 минут, можно с перерывами.
diagnosis-long-pause = Вы остановились на самодиагностике: есть ответы на { $answered } из { $total }. Продолжить или начать заново?
    .resume = Продолжить
    .anew = Начать заново
diagnosis-question = <b>Вопрос { $number } из { $total }</b>

    { $statement }
    .step = { $label }
    .given = ✓ { $label } (Ваш ответ)
    .back = Назад
    .pause = Пауза
diagnosis-paused = Сохранено: ответов { $answered } из { $total }. Продолжить можно в любой день с того же места.
    .resume = Продолжить
diagnosis-outdated = Этот ответ уже записан. Вот где Вы сейчас.
diagnosis-closed = Самодиагностика уже закончена. Изменить ответ можно в результате.
diagnosis-not-finished = Есть ответы на { $answered } из { $asked }. Осталось ответить на остальные.
diagnosis-enough-notes = Своими словами можно добавить до { $most } пунктов, этого достаточно.

diagnosis-notes = <b>Шаг { $number } из { $total }.</b> { $kind ->
    [difficulty] Что из этого вызывает затруднения?
    [need] В чём Вам нужны помощь или обучение?
   *[strength] Что Вы можете показать коллегам?
}

    { $offered ->
        [0] По ответам предложить нечего. Можно добавить своими словами или пойти дальше.
       *[other] Отметьте кнопками. Можно ничего не отмечать.
    }
    .choice = { $label }
    .marked = ✓ Отмечено: { $label }
    .own = Добавить своими словами
    .on = Дальше
diagnosis-note-own = • { $text }
diagnosis-own-note = Напишите одним сообщением, { $kind ->
    [difficulty] что вызывает затруднения.
    [need] в чём нужны помощь или обучение.
   *[strength] что Вы можете показать коллегам.
}
    .example = Например: «Трудно удержать внимание восьмого класса».

diagnosis-score = <b>{ $competency }</b>: { $score } % – { $competence }; { $deficit }
diagnosis-gap = <i>{ $score } % попадает в пробел таблицы; по правилу – { $deficit }.</i>
diagnosis-overall = <b>Общий: { $score } %</b> ({ $formula }).
diagnosis-note-line = { $kind ->
    [difficulty] Затруднения
    [need] Запросы
   *[strength] Сильные стороны
}: { $words }{ $more ->
    [0] {""}
   *[other] ; и ещё { $more }
}
diagnosis-result = <b>Результат самодиагностики</b>, { $at }
    .plan = К плану мероприятий
    .ways = Что рекомендуется
    .picture = Показать таблицей и картинкой
    .change = Изменить ответ
diagnosis-table =
    .competency = Компетенции
    .score = %
    .level = Уровень
diagnosis-cell = { $words }
diagnosis-cell-score = { $score } %
diagnosis-picture = Результат самодиагностики: полоса показывает процент по каждой компетенции, подписи говорят то же словами.
diagnosis-ways = <b>Что рекомендуется</b>
diagnosis-way = { $mine ->
    [true] <b>{ $printed } – { $deficit }</b> (есть в Вашем результате)
   *[other] { $printed } – { $deficit }
}: { $way }
diagnosis-boundary = <i>Правило границ: { $rule }. Источник: { $source }.</i>
diagnosis-list = Ответы { $first }–{ $last } из { $total }. Нажмите на тот, который хотите изменить.
    .given = { $number }. { $words }: { $answer }
    .open = { $number }. { $words }: нет ответа
    .earlier = Раньше
    .later = Дальше
