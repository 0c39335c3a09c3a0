"""What roles are called where a text has no such role: somebody may stand in who is not in it (X27)."""

from regulations.words import Words

GENERAL: dict[str, Words] = {
    "teacher": Words(ru="Педагог", en="Teacher"),
    "tutor": Words(ru="Тьютор", en="Tutor"),
    "methodist": Words(ru="Региональный методист", en="Regional methodist"),
    "centre_methodist": Words(ru="Методист ЦНППМ", en="Methodist of the centre"),
    "centre_head": Words(ru="Руководитель ЦНППМ", en="Head of the centre"),
    "deputy_head": Words(ru="Заместитель руководителя ОО", en="Deputy head of the school"),
    "subject_lead": Words(ru="Руководитель методического объединения", en="Lead of the subject group"),
    "head": Words(ru="Руководитель образовательной организации", en="Head of the school"),
    "mentor": Words(ru="Наставник", en="Mentor"),
    "mentee": Words(ru="Наставляемый", en="Mentee"),
}
