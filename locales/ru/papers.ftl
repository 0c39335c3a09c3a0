## Документы маршрута

papers = { $mine ->
    [true] <b>Документы Вашего маршрута</b>
   *[false] <b>Документы: { $name }</b>
}

    { $count ->
    [0] Для этого положения бот пока не готовит документов.
   *[other] Система заполняет их сама тем, что уже известно. Пустые места остаются для записи от руки.
}
papers-name = { $kind ->
    [card] Карта ИОМ
    [growth] Карта роста
    [roadmap] Дорожная карта
    [marks] Лист отметок
    [correction] Сведения о корректировке
    [outcome] Итоги ИОМ
    [year_report] Отчёт за учебный год
    [order] Проект приказа
    [tutor_order] Проект акта о тьюторе
   *[monitoring] Лист мониторинга
}
papers-line = { $name }: { $stage ->
    [signing] на подписи
    [signed] подписано
   *[draft] черновик
}
papers-pdf = { $name }: PDF
papers-word = Word
papers-making = Готовлю документ
papers-others = К списку педагогов
papers-teachers = { $count ->
    [0] Документов, которые Вам можно открыть, пока нет.
   *[other] Чьи документы открыть?
}
    .earlier = Назад по списку
    .later = Дальше по списку
papers-teacher = { $name }
papers-template = Шаблон организации <b>{ $file }</b> не подошёл, этот файл сделан по нашему. { $fault ->
    [file] Это не файл .docx.
    [endless] Он не заканчивается: { $tag }.
   *[tag] Неверное место: { $tag }.
} Кто отвечает за шаблоны, уже знает.
papers-portfolio = Портфолио одним архивом
papers-calendar = Сроки в календарь телефона
