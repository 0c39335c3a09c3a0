## План: срок, мероприятия, слово команды

plan = <b>План маршрута</b>{ $state ->
    [on_confirmation] : { $signed ->
        [true] карта на подписи, ждёт: { $names }.
       *[false] Ваше согласие есть, ждём ответа ({ $names }).
    } Пока план смотрят, изменить его нельзя.
    [active] {" "}утверждён
    [closed] : маршрут завершён
   *[draft] : проект
}
    .add = Добавить мероприятие
    .go-on = Продолжить: { $title }
    .suggest = Подсказать
    .term = Срок
    .topic = Тема
    .corrections = Корректировки
    .catalogue = Каталог
    .interim = Промежуточный отчёт
    .agree = Даю согласие на проект
    .take-back = Забрать обратно
    .sign = Подписать карту
plan-back = К плану
plan-open = № { $number }
plan-blank = не указано
plan-topic = { $title }: { $topic }
    .general = Тема
plan-team-agrees = Согласие с другой стороны уже есть: { $name }. Нужно Ваше.
plan-news = Версия { $number }. Что изменилось с прошлой:
plan-clause = {" "}({ $clause })
plan-months = { $months ->
    [12] 1 года
    [24] 2 лет
    [36] 3 лет
    [48] 4 лет
    [60] 5 лет
    [one] { $months } месяца
   *[other] { $months } месяцев
}
plan-term = Срок: { $starts } – { $ends }. Учебный год: { $years }.
plan-bounds = Срок не выбран: от { $least } до { $most }{ $clause }.
plan-bounds-years = Срок не выбран: { $least }–{ $most } { $most ->
    [one] год
    [few] года
   *[many] лет
}{ $clause }.
plan-bounds-most = Срок не выбран: до { $most }{ $clause }.
plan-bounds-least = Срок не выбран: от { $least }{ $clause }.
plan-no-bounds = Срок не выбран.
plan-too-short = Срок короче обычного: нужно не менее { $months }{ $clause }. Отправить можно с пояснением.
plan-too-long = Срок длиннее обычного: не более { $months }{ $clause }. Отправить можно с пояснением.
plan-count = Запланировано { $planned } из { $least }{ $clause }.
plan-count-only = Запланировано: { $planned }.
plan-row = { $number }. <b>{ $title }</b> – { $when }{ $outside ->
    [true] ; дата вне срока маршрута
   *[false] {""}
}{ $replaced ->
    [true] {" "}(на замене)
   *[false] {""}
}
plan-row-full = { $number }. <b>{ $title }</b> – { $when }{ $competencies ->
    [none] {""}
   *[other] ; { $competencies }
}; { $level }; { $presenting }{ $outside ->
    [true] ; дата вне срока маршрута
   *[false] {""}
}{ $replaced ->
    [true] {" "}(на замене)
   *[false] {""}
}
plan-period = с { $starts } по { $ends }
plan-change = { $what ->
    [added] Добавлено: <b>{ $title }</b>, { $after }.
    [removed] Убрано: <b>{ $title }</b>, { $before }.
    [topic] Тема. Было: { $before }. Стало: { $after }.
    [term] Срок. Было: { $before }. Стало: { $after }.
   *[mended] <b>{ $title }</b>: { $cell ->
        [title] название
        [kind] вид
        [competencies] компетенции
        [organiser] организатор
        [level] уровень
        [when] сроки
        [presenting] форма результата
        [place] место
       *[growth] пояснение
    }. Было: { $before }. Стало: { $after }.
}
plan-changes-more = И ещё изменений: { $count }.
plan-outside = Дата вне срока маршрута: { $starts } – { $ends }{ $clause }.
plan-strong = По диагностике { $level }; положение предлагает сначала то, где уровень ниже{ $clause }. Развивать сильное тоже можно.
plan-came-back = План вернули: { $reason }
plan-mend-how = Чтобы исправить мероприятие, нажмите его номер.
plan-mend = { $number ->
    [0] Исправить
   *[other] Исправить мероприятие № { $number }
}
plan-as-it-was = <b>В плане ничего не изменилось с тех пор, как его вернули. Всё равно отправить?</b>

    Причина возврата: { $reason }
    .send = Отправить без изменений

plan-term-choice = <b>На какой срок маршрут?</b>
    .months = { $months ->
        [12] 1 год
        [24] 2 года
        [36] 3 года
        [48] 4 года
        [60] 5 лет
        [one] { $months } месяц
        [few] { $months } месяца
       *[many] { $months } месяцев
    }: до { $until }
    .dates = Указать даты
plan-ask-starts = <b>С какого дня начинается маршрут?</b> Дату можно написать как удобно: «1 сентября», «01.09», «завтра».
plan-ask-ends = <b>До какого дня?</b> Например: «31 мая», «31.05.2027», «через полгода».
plan-term-backwards = Конец маршрута должен быть позже начала ({ $starts }).
plan-term-confirmed = План утверждён вместе со сроком и темой. О продлении договоритесь с теми, кто ведёт Ваш маршрут.
plan-term-strict = Положение требует другой срок{ $least ->
    [0] {""}
   *[other] , от { $least } мес.
}{ $most ->
    [0] {""}
   *[other] , до { $most } мес.
} ({ $clause }).

plan-ask-topic = <b>Над какой темой Вы работаете в этом маршруте?</b> Напишите одной строкой, её можно изменить. Можно и без темы.
    .example = «Читательская грамотность на уроках географии»
    .none = Без темы
plan-ask-title = <b>Какое мероприятие?</b> Напишите название.
    .example = «Вебинар по функциональной грамотности»
plan-ask-kind = <b>Какого вида это мероприятие?</b>
plan-ask-competencies = <b>Какие компетенции оно развивает?</b> Отметьте одну или несколько, потом «Готово».{ $measured ->
    [true] {" "}Первыми стоят те, где уровень ниже{ $clause }.
   *[false] {""}
}
plan-ask-growth = <b>Почему именно эта компетенция?</b> По диагностике она у Вас уже сильная. Достаточно одной строки, можно пропустить.
    .example = «Готовлю мастер-класс для района»
plan-ask-organiser = <b>Кто проводит?</b> Нажмите кнопку или напишите своими словами.
    .example = «Школа № 7 города Глазова»
plan-ask-level = <b>Какого уровня мероприятие?</b>
plan-ask-date = <b>Когда?</b> Нажмите кнопку или напишите: «12 мая», «в пятницу», «с 3 по 7 июня».
plan-ask-first-day = <b>С какого дня?</b> Например: «12 мая», «12.05».
plan-ask-last-day = <b>По какой день?</b> Например: «26 мая», «через две недели».
plan-ask-presenting = <b>Как Вы представите результат?</b> Нажмите кнопку или напишите своими словами.
    .example = «Мастер-класс для коллег»
plan-period-backwards = Последний день должен быть не раньше первого ({ $starts }).
plan-added = Добавлено: <b>{ $title }</b>.
plan-later = Черновик сохранён, можно продолжить в любой день.
    .go-on = Продолжить
    .drop = Убрать черновик
plan-activity = <b>{ $title }</b>{ $state ->
        [held] {" "}(состоялось)
        [not_done] {" "}(не состоялось)
        [on_replacement] {" "}(на замене)
       *[planned] {""}
    }
    Когда: { $when }
    Вид: { $kind }. Масштаб: { $level }
    Организатор: { $organiser }
    { $competencies ->
        [none] Результат: { $presenting }
       *[other] Компетенции: { $competencies }
            Результат: { $presenting }
    }
    .title = Название
    .kind = Вид
    .competencies = Компетенции
    .growth = Пояснение
    .organiser = Организатор
    .level = Уровень
    .date = Сроки
    .presenting = Форма результата
    .place = Место
    .hours = Часы
    .away = Выезд
    .calendar = В календарь телефона
    .remove = Убрать из плана
    .replace = { $under ->
        [true] Корректировка
       *[false] Заменить или отменить
    }
plan-activity-load = { $hours ->
    [0] Часы: не указано
    [one] { $hours } час
    [few] { $hours } часа
   *[many] { $hours } часов
}. Выезд: { $away }
plan-away = { $away ->
    [true] да
   *[false] нет
}
plan-ask-hours = <b>Сколько часов займёт мероприятие?</b> Нажмите кнопку или напишите число. Можно пропустить.
plan-ask-away = <b>Нужен выезд из школы?</b> Это помогает посчитать нагрузку. Можно пропустить.
plan-activity-growth = Пояснение: { $growth }
plan-activity-author = Автор строки: { $name }
plan-drop = Убрать черновик?
plan-remove = Убрать из плана: <b>{ $title }</b>?
    .yes = Да, убрать
    .no = Нет, оставить
plan-removed = Убрано.
plan-remove-confirmed = План утверждён, <b>{ $title }</b> остаётся в нём. Если мероприятия не будет, отметьте это в отчёте с причиной.
plan-enough = В плане уже { $most } мероприятий, этого достаточно.
plan-activity-outdated = Это мероприятие уже изменилось. Вот как сейчас.
plan-on-confirmation = План на согласовании. Чтобы изменить его, сначала заберите обратно.
plan-on-approval = Обе стороны согласны, карта на подписи. Чтобы изменить план, сначала заберите или верните его.
plan-team-approved = План утверждён. Новую дату или мероприятие вносит педагог.
plan-waits-for = Сейчас ждёт: { $role }.

plan-suggest = { $count ->
    [0] Готовых предложений больше нет. Можно написать своё.
   *[other] <b>Что можно взять в план</b>{ $measured ->
        [true] . Сначала то, где уровень ниже.
       *[false] . Останется указать дату.
    }
}
    .take = Взять № { $number }
    .others = Другие предложения
    .own = Написать своё
plan-suggest-school = Школа развивается: <i>{ $text }</i>. Если мероприятие подходит и к этому, тем лучше.
plan-suggest-strong = Совет: { $title }{ $clause }. Ваша сильная сторона: { $competency }. Дальше подскажу и по затруднениям.
plan-suggest-row = { $number }. <b>{ $title }</b> – { $competency }
plan-suggest-event = { $number }. <b>{ $title }</b> – { $when }; { $competencies } (есть в каталоге)
plan-suggest-why = { $number }. <b>{ $title }</b> – { $competency }, { $level } ({ $score } %)

plan-departs = Добавьте ещё или согласуйте с пояснением: его увидит команда маршрута.
    .reason = Согласие с пояснением
plan-reason = <b>Почему так?</b> Напишите одним сообщением, команда маршрута это увидит.
    .example = «Пятое мероприятие добавлю, когда опубликуют план центра»
plan-needs-a-reason = План отличается от положения: нужно короткое пояснение.
plan-empty = В плане пока нет мероприятий. Добавьте первое.
plan-no-term = Сначала выберите срок маршрута.
plan-nobody-confirms = Согласовать план пока некому: рядом с Вами в маршруте никого нет. { $known ->
    [0] Попросите школу или методиста назначить, кто будет рядом.
   *[other] Попросите назначить, кто будет рядом: { $names }.
} План сохранён.
plan-already-sent = Ваше согласие уже есть, план отправлен.
plan-not-waiting = План сейчас у педагога: его вернули или забрали.
plan-confirmed-already = План уже утверждён: { $at }.

plan-card = <b>{ $name }</b>, { $school }: { $state ->
    [active] план маршрута.
    [closed] план маршрута, он завершён.
    [on_confirmation] проект плана{ $due ->
        [none] {""}
       *[any] {" "}ждёт Вашего слова
    }.
   *[draft] проект плана, согласия педагога ещё нет.
}
    .confirm = Даю согласие на проект
    .assent = Даю согласие на проект
    .return = Вернуть
    .add = Добавить
plan-card-term = Срок: { $starts } – { $ends }.
plan-card-reason = Пояснение педагога: { $reason }
plan-confirmed-now = <b>План утверждён.</b> Педагог получит сообщение.
plan-begun = <b>Маршрут начат.</b> Для плана достаточно Вашего решения, о мероприятиях бот напомнит сам.
plan-agreed-now = <b>Ваше согласие записано.</b>
plan-waiting = { $count ->
    [0] Планов, которые ждут Вас, нет.
    [one] Ждёт Вашего слова { $count } план.
    [few] Ждут Вашего слова { $count } плана.
   *[many] Ждут Вашего слова { $count } планов.
}{ $drafts ->
    [0] {""}
   *[other] {" "}В работе у педагогов: { $drafts }.
}
    .open = { $name }{ $state ->
        [on_confirmation] {""}
       *[draft] : в работе
    }
plan-return = <b>Что уточнить педагогу?</b> Выберите или напишите своими словами. Если речь об одном мероприятии, сначала нажмите его номер.
    .row = № { $number }
    .back = Не возвращать
    .example = «Добавьте открытый урок во втором полугодии»
plan-return-reason = { $phrase ->
    [terms] Уточните сроки
    [count] Добавьте мероприятия
    [competency] Уточните компетенции
    [forms] Уточните форму результата
   *[own] { $reason }
}
plan-return-row = <b>Что уточнить?</b> Мероприятие: { $title }. Выберите или напишите своими словами.
plan-return-about = <b>{ $title }</b>. { $reason }
plan-no-reason = Чтобы вернуть план, нужна причина.
plan-given-back = План вернулся к педагогу: { $reason }
plan-confirmed = Ваш план утверждён{ $named ->
    [true] {" "}({ $by })
   *[false] {""}
}. Маршрут идёт с { $on }.

    { $filed ->
        [true] { $paper } – в файле выше, можно напечатать.{" "}
       *[false] {""}
    }О мероприятиях бот напомнит сам.
plan-agreed = Согласие на проект Вашего плана есть ({ $by }). Теперь нужно Ваше.
plan-draft-changed = { $own ->
    [true] В проекте Вашего плана есть изменение ({ $name }).
   *[false] { $teacher }: в проекте плана есть изменение.
}
    .look = Посмотреть проект
plan-draft-changed-word = Прежнее согласие больше не действует: посмотрите проект и, если всё верно, дайте согласие ещё раз.
plan-returned = { $own ->
    [true] План вернули на уточнение ({ $by }): { $reason }

    Всё, что Вы внесли, сохранено.
   *[false] { $name }: план вернули на уточнение ({ $by }): { $reason }
}
    .mend = Исправить
plan-changed = { $name }: в утверждённом плане { $what ->
    [added] новое мероприятие <b>{ $title }</b>, { $on }.
    [moved] новая дата у мероприятия <b>{ $title }</b>: { $on }.
   *[mended] уточнено мероприятие <b>{ $title }</b>, { $on }.
}
plan-ask-place = <b>Где?</b> Напишите место.
    .example = «Кабинет 12, методическое объединение»
plan-activity-interim = Промежуточный отчёт. Где: { $where }
plan-interim = { $name } планирует промежуточный отчёт: <b>{ $title }</b>, { $on }, { $where }. Можно обсудить с педагогом подготовку.
