## Настройки напоминаний: /remind

remind = <b>Напоминания</b>
    .days = Дни
    .hour = Час
    .rungs = Сколько
    .vacation = Отпуск
remind-days = Когда: { $days }.
remind-weekdays = { $kind ->
    [every] каждый день, кроме праздников
    [working] в будни
    [free] только по выходным
   *[chosen] { $listed }
}
remind-weekday = { $day ->
    [0] пн
    [1] вт
    [2] ср
    [3] чт
    [4] пт
    [5] сб
   *[6] вс
}
remind-listed = { $before }, { $last }
remind-hour = В котором часу: { $hour }.
remind-rungs = Сколько: { $rungs ->
    [last] одно, накануне
    [none] не присылать
   *[all] все, заранее и после срока
}.
remind-vacation = Отпуск: с { $first } по { $last }.
remind-vacation-begun = Отпуск с { $first }, последний день не назван.
remind-vacation-none = Отпуск не указан.
remind-language = Язык: русский.
remind-kept = Сохранено
remind-back = Назад
remind-no-day = Нужен хотя бы один день. Если напоминания не нужны, выберите «Сколько»: не присылать.

remind-days-ask = В какие дни напоминать?
    .usual = { $now ->
        [true] { "✓ " }
       *[false] { "" }
    }{ $kind ->
        [every] Каждый день, кроме праздников
        [working] В будни
       *[free] Только по выходным
    }
    .single = Выбрать дни недели
remind-weekdays-ask = В какие дни недели напоминать? Нажмите, чтобы включить или выключить день.
    .day = { $day ->
        [0] Понедельник
        [1] Вторник
        [2] Среда
        [3] Четверг
        [4] Пятница
        [5] Суббота
       *[6] Воскресенье
    }: { $on ->
        [true] да
       *[false] нет
    }
    .ready = Готово
remind-hour-ask = В котором часу напоминать? Время Вашей школы.
    .hour = { $now ->
        [true] { "✓ " }
       *[false] { "" }
    }{ $hour }
    .usual = { $now ->
        [true] { "✓ " }
       *[false] { "" }
    }Как у всех: { $hour }
remind-rungs-ask = Сколько напоминаний об одном сроке?
    .one = { $now ->
        [true] { "✓ " }
       *[false] { "" }
    }{ $rungs ->
        [last] Одно, накануне
        [none] Не присылать
       *[all] Все
    }
remind-vacation-quiet = В отпуске бот молчит. В первый вечер после него придёт одно сообщение обо всём, что ждёт.
remind-vacation-ask =
    .none = Убрать отпуск
remind-vacation-from = С какого дня отпуск? Можно написать сразу оба дня, например: с 1 по 14 июля.
remind-vacation-to = Последний день отпуска?
remind-vacation-backwards = Последний день отпуска не может быть раньше первого: { $first }.
remind-vacation-long = Отпуск может длиться не больше года. Если напоминания не нужны совсем, выберите «Сколько»: не присылать.
