## Нагрузка по месяцам: завуч видит и предлагает, ничего не меняя

load-menu = Нагрузка по месяцам
load = <b>Нагрузка: { $month }.</b> { $count ->
    [0] Мероприятий в этом месяце нет.
   *[other] Педагогов с мероприятиями: { $count }{ $idle ->
        [0] {""}
       *[other] , без мероприятий: { $idle }
    }.
}
    .open = № { $number }
    .on = Ещё педагоги
    .earlier = ‹ { $name }
    .later = { $name } ›
load-line = { $number }. { $name }: { $sum }
load-sum = { $away ->
    [0] без выездов
    [one] { $away } выезд
    [few] { $away } выезда
   *[many] { $away } выездов
}, { $hours ->
    [0] часы не указаны
    [one] { $hours } час
    [few] { $hours } часа
   *[many] { $hours } часов
}{ $unknown ->
    [0] {""}
   *[other] { $count ->
        [1] {""}
       *[other] {" "}(без часов: { $unknown } из { $count })
    }
}
load-teacher = <b>{ $name }, { $month }</b>: { $sum }
    .much = Много: предложить изменить
load-row = { $title } – { $when }{ $hours ->
    [0] {""}
    [one] , { $hours } час
    [few] , { $hours } часа
   *[many] , { $hours } часов
}{ $away ->
    [true] , выезд
   *[false] {""}
}
load-before = Уже предложено ({ $month }): { $words }
load-back = К списку педагогов
load-ask = <b>Что предложить?</b> { $name } и команда маршрута прочитают, план сам не изменится. Месяц: { $month }
    .later = Перенести одно из мероприятий на другой месяц
    .online = Заменить один из выездов участием по сети
    .fewer = Оставить в этом месяце только самое нужное
    .example = «Давайте перенесём семинар на декабрь»
    .back = Назад
load-sent = <b>Отправлено.</b> { $name } и команда маршрута получат предложение, план не изменён.
load-proposed = <b>{ $own ->
    [true] Предложение о Вашей нагрузке
   *[false] Предложение о нагрузке: { $teacher }
}</b>, { $month }: { $sum }. { $by }: { $words }
    .plan = Открыть план
load-proposed-already = Это предложение уже отправлено.
