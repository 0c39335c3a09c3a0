## Заявка на учебный год и план школы (S001 4.3, X19; R1-004)

year-menu = { $sent ->
    [true] Заявка на { $years }: отправлена
   *[false] Заявка на { $years }
}
year-any-time = Заявка на { $years } учебный год
year-asked = Школа составляет план на { $years } учебный год{ $clause }. Над какой темой хотите работать, какие мероприятия или помощь нужны? Два коротких ответа, до { $last }.
year-asked-again = Ждём Вашу заявку на { $years } учебный год{ $clause }, до { $last }. Ответ «пожеланий нет» тоже подходит.
year-intro = <b>Заявка на { $years } учебный год</b>{ $clause }: тема и запрос, по одной фразе, до { $last }. По заявкам школа составит план.
    .write = { $begun ->
        [true] Продолжить заявку
       *[false] Написать заявку
    }
    .nothing = Пожеланий нет
year-ask-topic = Над какой темой Вы хотите работать в следующем учебном году?
    .example = Например: «Формирующее оценивание на уроках истории»
year-ask-request = Какие мероприятия или помощь нужны? Одной фразой.
    .example = Например: «Мастер-класс по проектной работе, лучше осенью»
year-sent = <b>Заявка у школы.</b> Её можно изменить.
year-kept = Записано: пожеланий нет
year-card = <b>Ваша заявка на { $years } учебный год</b>
    .topic = Изменить тему
    .request = Изменить запрос
year-nothing = Пожеланий нет.
year-none = не названо
year-topic = Тема: { $topic }
year-request = Запрос: { $request }
year-outdated = Заявка уже другая. Вот как сейчас.

year-desk-menu = Заявки и план учебного года
year-desk = <b>Заявки на { $years } учебный год.</b> Ответили { $answered } из { $total }{ $nothing ->
    [0] {""}
   *[other] , без пожеланий: { $nothing }
}.
    .more = Ещё
    .nudge = Напомнить тем, кто не ответил
    .plan = План года
    .months = Маршруты по месяцам
    .reports = Отчёты за год
    .open = Открыть заявки
year-desk-line = <b>{ $name }</b>: { $topic ->
    [none] тема не названа
   *[other] { $topic }
}. { $request ->
    [none] Запросов нет.
   *[other] Запрос: { $request }
}
year-desk-nothing = <b>{ $name }</b>: пожеланий нет.
year-desk-silent = Пока не ответили: { $names }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}.
year-desk-still = Маршрут приостановлен, не спрашиваем: { $count }.
year-desk-nudged = Напоминание отправлено { $on }. Следующее возможно через неделю.
year-desk-nudge-sent = <b>Напоминание отправлено.</b> Получат: { $count }.
year-nudged = { $known ->
    [true] Напоминание уже отправлено { $on }. Чаще раза в неделю не напоминаем.
   *[false] Сейчас напоминать некому.
}
year-collected = Заявки на { $years } учебный год собраны: { $answered } из { $total }. По ним можно составить план.

year-plan = <b>План на { $years } учебный год</b>{ $clause }. Мероприятий: { $count }.{ $plans ->
    [true] {" "}Они видны педагогам в каталоге школы.
   *[false] {""}
}
    .add = + { $title }
    .pdf = План (PDF)
    .word = План (Word)
    .back = К заявкам
year-plan-section = { $section ->
    [organising] Организационные
    [interim] Промежуточные результаты
    [reporting] Ежегодные отчёты
   *[results] Обобщение опыта
}: { $count ->
    [0] пока нет
   *[other] { $count }, первое { $first }
}
year-plan-event = { $dated ->
    [true] { $when }
   *[false] Выбрать день
}: { $title }
year-months = <b>Маршруты педагогов, { $years }.</b> Утверждённых маршрутов: { $routes }. { $count ->
    [0] Мероприятий в этом учебном году пока нет.
   *[other] Мероприятия по месяцам:
}
    .open = { $name }
    .topics = Темы маршрутов
    .other = Учебный год { $years }
    .plan = План года
year-month = { $name }: { $count }
year-month-back = К месяцам
year-month-line = <b>{ $name }</b>: { $title }, { $when }. Форма: { $form }
year-topics = <b>Темы маршрутов.</b> Маршрутов: { $count }
year-topic-line = <b>{ $name }</b>: { $topic }, до { $ends }
