## Итоги маршрута: проверка, выводы, решение, подписи, ознакомление

conclusions-routes = { $count ->
    [0] { $asked ->
        [true] По запросу «{ $text }» никого нет.
       *[false] Маршрутов, по которым Вы подводите итоги, пока нет.
    }
   *[other] <b>Чей маршрут завершается?</b> Маршрутов: { $count }. Можно написать часть фамилии.
}
    .all = Все маршруты
    .example = Иванова
conclusions-route = { $name }{ $stage ->
    [draft] : итоги пишутся
    [signing] : на подписи
    [closed] : маршрут завершён
    [near] : срок подходит к концу
   *[going] {""}
}
conclusions = <b>Итоги</b>: { $name }, { $school }.
    .begin = { $due ->
        [true] Подвести итоги
       *[false] Подвести итоги раньше срока
    }
    .text = Текст выводов
    .outcome = Решение
    .few = Почему мероприятий меньше
    .product = Продукт
    .products = Продукты: { $count }
    .send = { $signed ->
        [true] Отправить на подпись
       *[false] Записать итоги
    }
    .take-back = Забрать на правку
    .read = Прочитать выводы
    .silent = Отметить: уведомлен(а), не ознакомлен(а)
    .again = Подвести итоги ещё раз
    .earlier = Прежние выводы № { $number }
    .list = Все маршруты
conclusions-check-activities = { $few ->
    [true] ⚠ Принято мероприятий: { $accepted }, нужно { $least } ({ $clause }). { $known ->
        [true] Причина: { $reason }
       *[false] Завершить можно, но нужна причина.
    }
   *[false] Принято мероприятий: { $accepted } из { $least } ({ $clause }).
}
conclusions-check-reports = Принято мероприятий: { $accepted }.
conclusions-check-event = Заключительное мероприятие: { $held ->
    [true] состоялось { $on }.
   *[false] пока не состоялось.
}{ $sheet ->
    [there] {" "}Лист мониторинга: есть.
    [missing] {" "}Лист мониторинга: пока нет.
   *[none] {""}
}
conclusions-check-final = { $stage ->
    [done] Итоговая диагностика: пройдена
    [declined] Итоговая диагностика: отказ записан
    [reflected] Рефлексия вместо диагностики: есть
    [reflecting] Рефлексия вместо диагностики: пока нет
   *[other] Итоговая диагностика: пока нет
} ({ $clause }).
conclusions-check-product = Продукт: { $product }
conclusions-check-no-product = { $by ->
    [true] ⚠ Ещё нет продукта по направлениям: { $directions } ({ $clause }).
   *[false] ⚠ Продукт пока не сдан ({ $clause }).
}
conclusions-check-self = Самоанализ педагога: ответов { $answers } из { $total }.
conclusions-outcome-line = <b>Решение</b>: { $outcome ->
    [success] успешное завершение.
    [prolonged] пролонгация № { $number }, до { $until }.{ $past ->
        [true] {" "}⚠ Сверх предельного срока.
       *[false] {""}
    }
   *[stopped] прекращение маршрута.
}{ $known ->
    [true] {" "}Причина: { $reason }
   *[false] {""}
}
conclusions-not-begun = { $due ->
    [true] Можно подводить итоги.
   *[false] Срок маршрута ещё идёт{ $dated ->
        [true] : до { $ends }.
       *[false] .
    } Подвести итоги можно и раньше.
}
conclusions-begun = Текст выводов составлен из фактов маршрута: проверьте его. { $own ->
    [true] Вопросы самоанализа придут отдельным сообщением.
   *[false] Педагога мы просим о самоанализе.
}
conclusions-sent = { $signed ->
    [true] Выводы отправлены на подпись.
   *[false] Итоги записаны.
}
conclusions-signed-at = { $signed ->
    [true] Подписаны всеми
   *[false] Записаны
}: { $at }. { $known ->
    [read] Педагог: ознакомлен(а).
    [disagrees] Педагог: ознакомлен(а), не согласен(на): { $objection }
    [silent] Отмечено: уведомлен(а), не ознакомлен(а).
    [unasked] {""}
   *[none] Ответа педагога пока нет, выводы действуют и без него.
}
conclusions-came-back = Выводы вернули на уточнение ({ $by }): { $reason }
conclusions-outdated = { $state ->
    [signing] Выводы уже на подписи. Вот как сейчас.
    [signed] Выводы уже подписаны. Вот как сейчас.
   *[draft] Экран устарел. Вот как сейчас.
}
conclusions-not-going = { $state ->
    [closed] Маршрут уже завершён.
   *[other] Маршрут ещё не начался: план не утверждён.
}
conclusions-route-over = Маршрут завершён { $on }, изменить его уже нельзя. Прочитать можно всё.
conclusions-too-long = Знаков получается { $length }, а помещается { $longest }. Сократите, пожалуйста; прежний текст на месте.
conclusions-no-text = В выводах пока нет текста.
conclusions-needs-why = Мероприятий принято меньше, чем нужно. Напишите причину: «Почему мероприятий меньше».
conclusions-no-outcome = Сначала выберите решение.
conclusions-no-product = Без продукта итоги не подписываются ({ $clause }). Педагог сдаёт его в меню: «Продукт маршрута».
conclusions-no-reason = К этому решению нужна причина: нажмите «Решение» ещё раз.
conclusions-no-end = Для пролонгации нужен новый срок: нажмите «Решение» ещё раз.
conclusions-end-early = Новый срок должен быть позже { $ends }.
conclusions-silence-early = Отметить молчание можно, когда после подписания пройдёт дней: { $days }.
conclusions-known-already = Ответ уже есть: { $at }.

conclusions-text = <b>Выводы.</b> Знаков: { $length } из { $longest }.{ $hand ->
    [true] {""}
   *[false] {" "}Текст составлен из фактов маршрута и меняется вместе с ними, пока Вы его не правили.
}
    .number = ✎ { $number }
    .add = Добавить абзац
    .anew = Написать заново
    .compose = Собрать заново из фактов
    .back = К итогам
conclusions-paragraph = <b>{ $number }.</b> { $text }
conclusions-paragraph-ask = { $there ->
    [true] Пришлите этот абзац в новом виде.
   *[false] Пришлите новый абзац.
}
    .example = Педагог применяет на уроках приёмы смыслового чтения.
    .out = Убрать абзац
    .back = Оставить как есть
conclusions-anew = { $begun ->
    [true] Сохранено. Осталось знаков: { $left }. Можно прислать продолжение.
   *[false] Пришлите весь текст одним сообщением или несколькими (знаков до { $longest }). Прежний текст останется, пока не придёт первое сообщение.
}
    .done = Готово
    .back = Оставить как есть

conclusions-outcome = <b>Чем завершается маршрут?</b>
    .choice = { $named ->
        [true] { $title }
       *[false] Прекращение маршрута
    }
    .back = К итогам
conclusions-end = <b>До какого дня продлить маршрут?</b>{ $dated ->
    [true] {" "}Сейчас он до { $ends }.
   *[false] {""}
} Выберите или напишите дату.
    .months = { $months ->
        [one] +{ $months } месяц
        [few] +{ $months } месяца
       *[many] +{ $months } месяцев
    }
    .example = 30.06.2027
conclusions-why = { $code ->
    [few] <b>Почему принято меньше мероприятий, чем нужно?</b> Одной-двух фраз достаточно.
    [product] <b>Какой продукт создан?</b> Назовите его: программа, сборник заданий, цифровой ресурс.
   *[reason] { $outcome ->
        [prolonged] <b>Почему маршрут продлевается?</b> Новый срок: до { $until }.{ $past ->
            [true] {" "}⚠ Это сверх предельного срока ({ $longest } мес.), нужен мотив.
           *[false] {""}
        }
       *[other] <b>Почему маршрут прекращается?</b> Напишите причину.
    }
}
    .example = Семинар перенесён организатором на весну.

conclusions-card = <b>Выводы по маршруту</b>: { $name }, { $school }. Версия { $number }.
    .whole = Выводы целиком
conclusions-whole = <b>{ $name }</b>: выводы целиком.
conclusions-return = <b>Что уточнить в выводах?</b> { $name }. Напишите одной-двумя фразами.
    .back = Назад
    .example = Добавьте результаты учеников.
conclusions-given-back = Выводы возвращены: { $reason }
conclusions-returned = { $name }: выводы вернули на уточнение ({ $by }). { $reason }
    .mend = Уточнить

conclusions-signed-own = { $outcome ->
    [success] <b>Ваш маршрут завершён</b>, { $on }: успешно.
    [prolonged] <b>Ваш маршрут продлён</b> до { $until }.
   *[stopped] <b>Ваш маршрут прекращён</b>, { $on }.
} { $signed ->
    [true] Выводы подписаны
   *[false] Выводы готовы
}: прочитайте их, пожалуйста.{ $numbered ->
    [true] {" "}Номер в реестре: { $label }.
   *[false] {""}
}{ $past ->
    [true] {" "}Новый срок сверх предельного.
   *[false] {""}
}
    .read = Прочитать выводы
conclusions-signed = { $name }: { $outcome ->
    [success] маршрут завершён { $on }, успешно.
    [prolonged] маршрут продлён до { $until }.
   *[stopped] маршрут прекращён { $on }.
} { $signed ->
    [true] Выводы подписаны.
   *[false] Выводы готовы.
}{ $numbered ->
    [true] {" "}Номер в реестре: { $label }.
   *[false] {""}
}{ $past ->
    [true] {" "}Новый срок сверх предельного.
   *[false] {""}
}
conclusions-known = { $name }, выводы: { $known ->
    [disagrees] ознакомлен(а), не согласен(на): { $objection }
   *[read] ознакомлен(а).
}
conclusions-read = <b>Выводы № { $number }</b>: { $name }. { $signed ->
    [true] Подписаны
   *[false] Записаны
} { $at }.
    .known = Ознакомлен(а)
    .objects = Ознакомлен(а), не согласен(на)
    .all = Все выводы
conclusions-read-paragraph = { $text }
conclusions-registry = Номер в реестре: <b>{ $label }</b>.
conclusions-read-known = { $known ->
    [read] Ознакомлен(а): { $at }.
    [disagrees] Ознакомлен(а), не согласен(на), { $at }: { $objection }
    [silent] Уведомлен(а), не ознакомлен(а): { $at }.
   *[none] Отметки об ознакомлении пока нет.
}
conclusions-thanks = Спасибо, отметка сохранена.
conclusions-objection = <b>С чем Вы не согласны?</b> Ваши слова останутся рядом с выводами.
    .back = Назад к выводам
    .example = Не учтено мероприятие в апреле.
conclusions-own = { $count ->
    [0] Подписанных выводов пока нет.
   *[other] <b>Выводы по Вашему маршруту.</b>
}
    .open = № { $number }: { $outcome ->
        [success] успешное завершение
        [prolonged] пролонгация
       *[stopped] прекращение
    }
