## Отчёт педагога за учебный год (S001 4.3)

year-report-menu = Отчёт за учебный год
year-report-open = Открыть отчёт
year-report-asked = { $again ->
    [true] Отчёт за { $years } учебный год можно отправить до { $due }{ $clause }. Текст уже собран.
   *[false] Пора подвести итоги { $years } учебного года{ $clause }. Текст отчёта собран из Ваших мероприятий: проверьте и отправьте до { $due }.
}
year-report = <b>Отчёт за { $years } учебный год</b>{ $state ->
    [sent] : у завуча.
    [accepted] : принят.
   *[draft] . { $hand ->
        [true] Текст исправлен вручную.
       *[false] Собран из фактов, любой абзац можно изменить.
    }
}
    .send = Отправить завучу
    .number = Абзац { $number }
    .add = Добавить абзац
    .compose = Собрать заново из фактов
    .take-back = Забрать на правку
year-report-paragraph = { $number }. { $text }
year-report-came-back = Вернули: { $reason }
year-report-ask = Напишите абзац одним сообщением: он встанет на это место.
    .out = Убрать абзац
    .back = Назад
    .example = Например: «Провели две мастерские для коллег».
year-report-outdated = { $state ->
    [sent] Отчёт уже у завуча. Вот как сейчас.
    [accepted] Отчёт уже принят. Вот как сейчас.
   *[draft] Отчёт уже другой. Вот как сейчас.
}
year-report-none = Отчёт за год сейчас не нужен.
year-report-long = Текст длиннее { $longest } знаков: сократите его.
year-report-empty = В отчёте пока нет ни одного абзаца.
year-report-decided = { $back ->
    [true] Отчёт за { $years } вернули ({ $by }): { $reason }
   *[false] Отчёт за { $years } учебный год принят ({ $by }).
}
year-report-sent = { $name }: отчёт за { $years } учебный год.
year-report-read = Прочитать отчёт
year-report-list = { $count ->
    [0] Отчётов, которые ждут Вас, нет.
   *[other] <b>Отчёты за год.</b> Ждут Вас: { $count }
}
    .open = К отчётам
year-report-line = { $name }, { $years }
year-report-card = <b>{ $name }</b>: отчёт за { $years } учебный год{ $state ->
    [accepted] , принят
   *[sent] {""}
}
    .accept = Принять
    .back = Вернуть
year-report-accepted = Принято
year-report-back = Что уточнить в отчёте? Напишите одним сообщением: это получит педагог.
    .no = Назад
    .example = Например: «Добавьте, чему научились дети».
year-report-given-back = Отчёт вернулся к педагогу.
