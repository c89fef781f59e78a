"""Labels in Chinese of the answer of ``related``.

Layer: views.
"""

RELATED = {
    "Related to {names}": "与{names}相关的工作",
    "Nothing in the catalog is closely related to {names}.": "目录中没有与{names}明显相关的工作。",
    "Nothing related to {names} matches these filters.": "与{names}相关的工作中，没有符合条件的。",
    "{shown} of {count}": "{count}篇中的{shown}篇",
    "score of 100; from 50 on a relation is declared": "得分满分100；50分以上者有明确声明的关联",
    "it": "它",
    "its {part}": "它的{part}",
    "{part} of {whole}": "{whole}的{part}",
    "{one} and {other}": "{one}和{other}",
    "{some} and {count} more": "{some}及另外{count}项",
    "with {name}: {reason}": "与{name}：{reason}",
    "{who} extends {what}": "{who}扩展了{what}",
    "{who} produces {what}": "{who}产出了{what}",
    "{who} is inspired by {what}": "{who}受{what}启发",
    "{who} compares itself with {what}": "{who}与{what}作了对比",
    "{who} uses {what}": "{who}使用了{what}",
    "{who} is evaluated on {what}": "{who}在{what}上评测",
    "both extend {what}": "都扩展了{what}",
    "both produce {what}": "都产出{what}",
    "both are inspired by {what}": "都受{what}启发",
    "both compare themselves with {what}": "都与{what}作了对比",
    "both use {what}": "都使用{what}",
    "both relate to {what}": "都与{what}有关联",
    "both are named by {what}": "都被{what}提及",
    "share {count} steps in order: {what}": "{count}个步骤次序相同：{what}",
    "both use {what} as {role}": "都用{what}作{role}",
    "both are evaluated on {what}": "都在{what}上评测",
    "both are by {what}": "都出自{what}",
    "both are in {what}": "都属于{what}",
    "share the words: {what}": "共有词语：{what}",
}
