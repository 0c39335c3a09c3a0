## Входная диагностика, рецензии, итоговая

diagnosis-progress = <b>Входная и итоговая: { $form }</b>
    { $entry } → { $final }
    .open = Сравнить входную и итоговую
    .other = То же: { $form }
diagnosis-progress-none = Сравнить пока нечего: нужны входная и итоговая диагностика в одной форме.
diagnosis-progress-line = <b>{ $competency }</b>: { $measured ->
    [earlier] вход { $earlier }{"\u00A0"}%, в итоговой нет
    [later] итог { $later }{"\u00A0"}%, во входной нет
   *[both] { $earlier } → { $later }{"\u00A0"}%, { $way ->
        [more] на { $points }{"\u00A0"}п.п. больше
        [less] на { $points }{"\u00A0"}п.п. меньше
       *[same] без изменений
    }
}
diagnosis-progress-overall = <b>Общий</b>: { $known ->
    [true] { $entry } → { $final }{"\u00A0"}%
   *[false] нет
}
diagnosis-progress-reviews = Между ними: рецензий { $reviews }, отчётов принято { $accepted }. Процент по ним не ставится.
diagnosis-progress-table =
    .entry = Входная
    .reviews = Рецензии
    .final = Итоговая
diagnosis-progress-accepted = принято: { $accepted }
