## Диагностика другими: запись, карточка, комментарий

diagnosis-record-ask-phase = Какая это диагностика?
diagnosis-record-ask-instrument = Чем проводили? Название диагностики или теста, одной строкой.
    .example = «Диагностика предметных компетенций, ЦНППМ»
diagnosis-record-ask-lesson = Какой урок или занятие Вы посетили?
    .example = «География, 7 класс, тема «Реки»»
diagnosis-record-ask-work = По какой работе результаты? Без фамилий учеников.
    .example = «ВПР по географии, 7 класс»
diagnosis-record-ask-framework = По каким направлениям результат?
diagnosis-record-ask-date = Когда это было?
diagnosis-record-ask-way = Как удобнее поставить оценку?
diagnosis-record-ask-criterion = { $words }
diagnosis-record-ask-score = <b>{ $group }</b>

    Напишите процент или баллы, например: 54,5 или 27 из 50.
    .example = «54,5» или «27 из 50»
diagnosis-record-ask-overall = <b>Общий результат</b>

    { $known ->
        [true] По формуле получается { $mean }: среднее по компетенциям, в которых есть значения. Если это верно, ничего писать не нужно.
       *[false] Напишите процент или баллы, например: 54,5 или 27 из 50.
    }
diagnosis-record-ask-pupils = Сколько учеников в расчёте? Нужно от пяти. Если чисел нет, нажмите «Нет».
    .example = «24»
diagnosis-record-ask-mean = Какой балл получился в среднем по классу?
    .example = «4,1»
diagnosis-record-ask-share = Сколько процентов учеников справились с работой?
    .example = «78»
diagnosis-record-ask-note = Что видно по этой работе? Два-три предложения, без фамилий учеников.
    .example = «Ученики уверенно работают с картой, труднее даются расчёты»
diagnosis-record-ask-seen = Что Вы увидели на уроке? Два-три предложения для педагога, начните с удачного.
diagnosis-record-ask-difficulties = Какие затруднения видны? Коротко, можно через запятую.
diagnosis-record-blank = нет
diagnosis-record-score-unclear = Нужен процент от 0 до 100 или баллы.{ $example }
diagnosis-record-few = Учеников должно быть от { $least }: иначе результат укажет на конкретного ребёнка.
diagnosis-record-pupils = Похоже на список учеников. Он не записан: фамилии и оценки детей бот не хранит. Напишите среднее, долю и сколько учеников всего.
diagnosis-record-empty = Записывать пока нечего: нужно хотя бы одно число или несколько слов.
diagnosis-record-outdated = Эта запись с тех пор изменилась. Вот как сейчас.

diagnosis-record-measured = { $score }{"\u00A0"}%{ $counted ->
    [true] {" "}({ $points } из { $maximum })
   *[false] {""}
}
diagnosis-record-tenths = { $number }
diagnosis-record-head = <b>{ $form }</b>
    { $phase }, { $on }
diagnosis-record-instrument = { $form ->
    [expert] Урок:
    [results] Работа:
   *[other] Чем проводили:
} { $instrument }
diagnosis-record-author = Кто записал: { $author }
diagnosis-record-overall = <b>Общий: { $score }{"\u00A0"}%</b> { $typed ->
    [true] (поставлен вручную).
   *[false] (среднее по компетенциям, в которых есть значения).
}
diagnosis-record-pupils-counted = Учеников в расчёте: { $pupils }
diagnosis-record-mean = Балл в среднем: { $mean }
diagnosis-record-share = Справились с работой: { $share }{"\u00A0"}%
diagnosis-record-text = <b>Что видно:</b> { $text }
diagnosis-record-difficulties = <b>Затруднения:</b> { $text }
diagnosis-record-comment-said = <b>Комментарий педагога:</b> { $text }
diagnosis-record-changed = Исправлено { $at }.
diagnosis-record-check = Проверьте. После записи это прочитают педагог и команда маршрута.
diagnosis-record-card =
    .record = Записать
    .mend = Исправить
    .history = Что исправлено
    .withdraw = Убрать запись
    .comment = Добавить комментарий
    .comment-anew = Изменить комментарий
diagnosis-record-back = Ко всем источникам
diagnosis-record-recorded = Записано. Педагог узнает об этом.
diagnosis-record-kept = Сохранено.
diagnosis-record-later = Черновик сохранён: продолжить можно в любой день.
    .go-on = Продолжить
    .drop = Убрать черновик
diagnosis-record-mend = Что исправить? Прежнее значение останется в истории.
    .one = { $code ->
        [phase] Какая диагностика
        [instrument] Чем проводили
        [date] Дата
        [framework] Направления
        [way] Как поставлена оценка
        [criterion] { $words }
        [score] { $words }
        [overall] Общий
        [pupils] Учеников в расчёте
        [mean] Балл в среднем
        [share] Справились, %
        [difficulties] Затруднения
       *[text] Что видно
    }: { $value }
    .back = Назад к записи
diagnosis-record-withdraw = { $recorded ->
    [true] Убрать запись? Педагог больше её не увидит, в истории останется, что она была.
   *[false] Убрать черновик? То, что Вы ответили, не сохранится.
}
    .yes = Да, убрать
    .no = Нет, оставить
diagnosis-record-withdrawn = Убрано.
diagnosis-record-history = <b>Что исправлено.</b> Исправляет только автор: { $author }.
diagnosis-record-history-none = Исправлений нет.
diagnosis-record-correction = { $at }. { $code ->
    [phase] Какая диагностика
    [instrument] Чем проводили
    [date] Дата
    [framework] Направления
    [criterion] Критерий
    [score] Компетенция, %
    [overall] Общий, %
    [pupils] Учеников в расчёте
    [mean] Балл в среднем
    [share] Справились, %
    [difficulties] Затруднения
   *[text] Что видно
}: было «{ $before }», стало «{ $now }»
diagnosis-record-comment = Что Вы думаете об этой записи? Комментарий прочитают автор и команда маршрута.
    .example = «Согласна, работаю над этим» или «Урок был первым после каникул»
diagnosis-record-new = { $author }: для Вас есть { $form ->
    [expert] экспертная оценка. Её
    [results] диагностика по результатам работы. Её
   *[other] результат диагностики. Его
} можно прочитать и дополнить комментарием.
    .open = Открыть
diagnosis-record-corrected = { $author }: исправлена запись, { $form ->
    [expert] экспертная оценка.
    [results] диагностика по результатам работы.
   *[other] результат диагностики.
} Прежние значения видны в истории.
diagnosis-record-commented = <b>{ $teacher }</b> оставляет комментарий к Вашей записи.
