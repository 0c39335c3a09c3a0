## Все источники диагностики рядом

diagnosis-sources = { $mine ->
    [true] <b>Диагностика: все источники</b>
   *[false] <b>{ $teacher }</b>: диагностика, все источники
}{ $count ->
    [0] . Пока ничего не записано.
   *[other] {""}
}
diagnosis-sources-line = { $form } ({ $phase }), { $on }{ $scored ->
    [true] : <b>{ $score }{"\u00A0"}%</b>
   *[false] {""}
}{ $by ->
    [self] {""}
   *[other] . { $author }
}
diagnosis-sources-gap = { $form ->
    [expert] Расхождение с экспертной
    [standardised] Расхождение со стандартизированной
   *[other] Расхождение с другой
}: { $points }{"\u00A0"}п.п.{ $common ->
    [0] {""}
   *[other] {" "}(общих компетенций: { $common })
}
diagnosis-sources-gap-meaning = Это разные взгляды на одну работу: о расхождении можно поговорить вместе.
diagnosis-sources-open = { $form }, { $on }
diagnosis-sources-older = Раньше
diagnosis-sources-newer = Позже
diagnosis-sources-side = Рядом по компетенциям
diagnosis-sources-record = Записать: { $form }
diagnosis-sources-beside = <b>Рядом по компетенциям</b>
diagnosis-sources-competency = <b>{ $competency }</b>: { $words }
diagnosis-sources-short = { $form ->
    [self] сам педагог
    [expert] эксперт
    [standardised] тест
   *[other] другая
}: { $measured ->
    [true] { $score }{"\u00A0"}%
   *[false] нет
}
diagnosis-sources-column = { $form ->
    [self] Сам педагог
    [expert] Эксперт
    [standardised] Тест
   *[other] Другая
}
diagnosis-sources-teachers = { $asked ->
    [true] По буквам «{ $text }» найдено: { $count }.
   *[false] { $count ->
        [0] Педагогов, чью диагностику Вы можете записать, пока нет.
       *[other] Чью диагностику открыть? Нажмите или напишите часть фамилии.
    }
}
    .all = Показать всех
    .example = «Ивано»
diagnosis-sources-teacher = { $name }
diagnosis-sources-final = Итоговая диагностика
