## Перевод маршрута в другую школу или регион

transfer-where = <b>Куда переводится { $name }?</b> { $asked ->
    [true] { $count ->
        [0] По запросу «{ $text }» школ не нашлось. Напишите другие буквы.
       *[other] По запросу «{ $text }» нашлось: { $count }.
    }
   *[false] Выберите школу или напишите часть её названия или района.
}{ $more ->
    [0] {""}
   *[other] { " " }Показаны первые, ещё: { $more }.
}
    .school = { $name }, { $municipality }
    .all = Все школы
    .example = «Лицей»
transfer = { $state ->
    [draft] <b>Перевести маршрут?</b>
    [proposed] <b>Перевод ждёт решения принимающей стороны.</b>
    [accepted] <b>Маршрут переведён.</b>
    [declined] <b>Перевод не принят.</b>
   *[dropped] <b>Перевод отменён.</b>
} { $name }: { $school } → { $to }. Номер маршрута тот же: { $number }.
    .keep = Оставить прежнее положение
    .take = Взять новое положение
    .propose = Предложить перевод
    .other = Другая школа
    .drop = Отменить
    .accept = Принять
    .decline = Не принимать
transfer-reason = Причина: { $reason }
transfer-regulation = Там другое положение. Сейчас: { $old }. Там: { $new }.
transfer-lost = Там нет компетенций: { $titles }.
transfer-gained = Там есть ещё: { $titles }.
transfer-rows = Мероприятий нужно: { $before ->
    [0] без числа
   *[other] { $before }
} → { $after ->
    [0] без числа
   *[other] { $after }
}.
transfer-months = { $least ->
    [0] { $most ->
        [0] без границ
       *[other] до { $most } мес.
    }
   *[other] { $most ->
        [0] от { $least } мес.
       *[other] { $least }–{ $most } мес.
    }
}
transfer-term = Срок: { $before } → { $after }
transfer-chain = { $known ->
    [true] Утверждают там: { $chain }.
   *[false] Утверждать план там не нужно.
}
transfer-chosen = { $keeps ->
    [true] Выбрано: маршрут идёт по прежнему положению.
   *[false] Выбрано: маршрут идёт по новому положению, сделанное сохраняется.
}
transfer-only-keep = Взять новое нельзя: сделанное опирается на то, чего там нет ({ $titles }). Маршрут может идти только по прежнему положению.
transfer-choose = { $mine ->
    [true] По какому положению идти дальше?
   *[false] По какому положению идти дальше, выберет методист.
}
transfer-decline = <b>Почему не принимаете?</b> Напишите одним сообщением: причину узнает тот, кто предлагает перевод.
    .example = «В этом году нет ставки»
    .back = Назад
transfer-proposed = Принимающая сторона узнает сразу.
transfer-accepted = <b>Маршрут № { $number } принят.</b> Бот сообщит педагогу и обеим школам.
transfer-over = { $state ->
    [accepted] Перевод уже принят.
    [declined] Перевод уже отклонён.
    [proposed] Перевод уже предложен.
   *[dropped] Перевод уже отменён.
}
transfer-same-place = Маршрут уже в этой школе.
transfer-own = Свой перевод принимает кто-то другой: школа или методист.
transfer-already = Перевод этого маршрута уже начал другой человек: { $name }
transfer-hand-over-first = { $name } ведёт маршруты коллег. Сначала передайте их.
transfer-choose-first = Сначала нужно выбрать положение. Это делает методист.
transfer-cannot-take = Взять новое положение нельзя: сделанное опирается на то, чего там нет ({ $lacking }).
transfer-asked = <b>Предлагают перевод.</b> { $name }: { $school } → { $to }. Маршрут переходит целиком, с тем же номером.
    .open = Посмотреть
transfer-declined = <b>Перевод не принят.</b> { $name }: { $school } → { $to }. Причина: { $reason }
transfer-done = { $own ->
    [true] <b>Ваш маршрут теперь в новой школе:</b> { $to }. Номер тот же ({ $number }), всё сделанное сохранено.
   *[false] <b>Маршрут переведён.</b> { $name }: { $school } → { $to }. Номер тот же: { $number }.
}
