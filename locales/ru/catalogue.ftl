## Каталог мероприятий: выбирают в план, ведут методисты и руководители МО

catalogue = <b>Каталог мероприятий.</b> { $count ->
    [0] Подходящих пока нет.
   *[other] Подходит: { $count }. Чтобы найти, напишите слово из названия.
}
    .take = Взять № { $number }
    .look = Подробнее № { $number }
    .back = Назад
    .on = Дальше
    .by-competency = По компетенции
    .by-month = По месяцу
    .all = Показать все
    .none = Нет подходящего
    .example = «чтение»
catalogue-word = Слово: { $word }
catalogue-competency = Развивает { $title }
catalogue-month = { $name }
catalogue-line = { $number }. <b>{ $title }</b> – { $when }{ $taken ->
    [true] ; уже в плане
   *[false] {""}
}
catalogue-choose-competency = <b>Какую компетенцию развивать?</b>
catalogue-choose-month = <b>В каком месяце?</b>
catalogue-choose =
    .option = { $title }
    .month = { $name }
catalogue-back = К каталогу
catalogue-entry = <b>{ $title }</b>
    Когда: { $when }
    { $kind }, уровень: { $level }. Организатор: { $organiser }
    Компетенции: { $competencies }
    .take = Взять в план
catalogue-more = { $places ->
    [0] {""}
   *[other] Мест: { $places }.{" "}
}{ $hours ->
    [0] {""}
    [one] { $hours } час.{" "}
    [few] { $hours } часа.{" "}
   *[many] { $hours } часов.{" "}
}Выезд: { $away }
catalogue-link = Подробности: { $link }
catalogue-scope = Для кого: { $scope ->
    [school] своя школа
    [municipality] { $place }
   *[region] весь регион, { $place }
}
catalogue-taken = <b>{ $title }</b>: взято из каталога.
catalogue-over = <b>{ $title }</b>: это мероприятие уже нельзя выбрать.
catalogue-outdated = Это мероприятие уже изменилось. Вот как сейчас.

catalogue-moved = <b>{ $title }</b>: у организатора новая дата. В Вашем плане { $before }, теперь { $now }.
    .follow = Перенести и в моём плане
    .open = Открыть в плане
catalogue-off = <b>{ $title }</b>: организатор отменяет мероприятие. Причина: { $reason }
    .others = Найти другое
catalogue-followed = Перенесено.

catalogue-menu = Каталог
catalogue-kept = <b>Каталог мероприятий.</b> { $count ->
    [0] Впереди пока ничего нет.
   *[other] Впереди: { $count }. Нажмите, чтобы перенести, изменить или отменить.
}
    .add = Добавить мероприятие
    .go-on = Продолжить: { $title }
catalogue-kept-line = { $title }, { $when }
catalogue-kept-more = Показаны ближайшие, ещё: { $count }
catalogue-list-back = К списку
catalogue-ask-title = <b>Какое мероприятие?</b> Напишите название.
    .example = «Семинар по читательской грамотности»
catalogue-ask-competencies = <b>Какие компетенции оно развивает?</b> Отметьте одну или несколько, потом «Готово».
catalogue-ask-places = <b>Сколько мест?</b> Нажмите кнопку или напишите число. Можно пропустить.
catalogue-ask-link = <b>Есть ссылка на подробности или запись?</b> Вставьте адрес. Если нет, нажмите «Нет».
    .example = школа.рф/семинар
catalogue-ask-scope = <b>Для кого мероприятие?</b> Для всего региона или для одного муниципалитета.
catalogue-no-link = Это не похоже на адрес страницы.{ $example }
catalogue-no-number = Нужно число больше нуля.{ $example }
catalogue-later = Черновик сохранён, можно продолжить в любой день.
    .go-on = Продолжить
    .drop = Убрать черновик
catalogue-dropped = Убрано.
catalogue-added = <b>Добавлено.</b> Педагоги уже могут выбрать это мероприятие.
catalogue-kept-now = Сохранено.
catalogue-change =
    .date = Сроки
    .title = Название
    .competencies = Компетенции
    .hours = Часы
    .away = Выезд
    .places = Места
    .link = Ссылка
    .scope = Для кого
    .off = Отменить мероприятие
catalogue-ask-off = <b>{ $title }</b> не состоится? Напишите причину одним сообщением: её увидят все, у кого мероприятие в плане.
    .example = «Лектор заболел, новый срок сообщим»
    .no = Нет, оставить
catalogue-off-now = <b>Отменено.</b> Педагоги, у которых это в плане, получат сообщение.
catalogue-is-off = Отменено. Причина: { $reason }
