-- What is asked besides, when somebody reports a matter: for those who take reports in by a form of
-- their own, as Open311 has it. An answer becomes a line of the report.
create table catalogue.question (
    matter_code text    not null collate "C",
    code        text    not null collate "C",
    -- its place among the questions of the matter, from 1
    place       int     not null,
    datatype    text    not null,
    required    boolean not null,
    text_zh     text    not null,
    text_en     text    not null,
    -- what may be chosen: [{"key", "zh", "en"}]; empty where anything may be written
    choices     jsonb   not null,
    primary key (matter_code, code),
    unique (matter_code, place),
    constraint datatype_known check (datatype in ('string', 'number', 'datetime', 'text',
        'singlevaluelist', 'multivaluelist')),
    constraint lists_have_choices check (
        (datatype like '%valuelist') = (jsonb_array_length(choices) > 0))
);

insert into catalogue.question
    (matter_code, code, place, datatype, required, text_zh, text_en, choices)
values
    ('12002', 'DANGER', 1, 'singlevaluelist', true,
        '是否有人车掉落或磕碰的危险？', 'Could somebody fall in or be hurt?',
        '[{"key": "yes", "zh": "是", "en": "Yes"}, {"key": "no", "zh": "否", "en": "No"}]'),
    ('12002', 'MARK', 2, 'string', false,
        '井盖上的字（如雨、污、电信）', 'What the cover says, such as storm, sewer or telecom', '[]'),
    ('12004', 'POLE', 1, 'string', false,
        '灯杆上的编号', 'The number on the pole', '[]'),
    ('12004', 'HOW', 2, 'singlevaluelist', true,
        '是什么样的故障？', 'What is wrong with it?',
        '[{"key": "out", "zh": "不亮", "en": "It is out"},
          {"key": "flicker", "zh": "闪烁", "en": "It flickers"},
          {"key": "day", "zh": "白天亮着", "en": "It burns by day"}]'),
    ('12004', 'COUNT', 3, 'number', false,
        '一共几盏？', 'How many lamps?', '[]'),
    ('11008', 'WHAT', 1, 'multivaluelist', true,
        '有哪些东西？', 'What is it?',
        '[{"key": "furniture", "zh": "家具", "en": "Furniture"},
          {"key": "appliance", "zh": "家电", "en": "Appliances"},
          {"key": "other", "zh": "其他", "en": "Something else"}]'),
    ('14001', 'BLOCKS', 1, 'multivaluelist', false,
        '挡住了什么？', 'What does it block?',
        '[{"key": "road", "zh": "车行道", "en": "The road"},
          {"key": "footway", "zh": "人行道", "en": "The footway"},
          {"key": "wire", "zh": "线路", "en": "Wires"}]'),
    ('16001', 'WHEN', 1, 'datetime', true,
        '什么时候听到的？', 'When did you hear it?', '[]'),
    ('16001', 'NOISE', 2, 'text', false,
        '是什么样的噪声？', 'What does it sound like?', '[]'),
    ('17006', 'WHERE', 1, 'singlevaluelist', true,
        '气味在哪里最重？', 'Where is the smell strongest?',
        '[{"key": "home", "zh": "屋内", "en": "Inside a home"},
          {"key": "stairs", "zh": "楼道", "en": "In the stairwell"},
          {"key": "street", "zh": "室外", "en": "Outdoors"}]');
