"""Labels of comparisons in Chinese.

Layer: views.
"""

COMPARING = {
    "Stages": "阶段",
    "Generators": "生成模型",
    "Judges": "评审模型",
    "Other models": "其他模型",
    "Quality control": "质量控制",
    "Data": "数据",
    "Model": "模型",
    "Prompts": "提示词",
    "Nothing to compare.": "没有可比较的条目。",
    "No row differs.": "各行均无差异。",
    "said by the source list or from memory, not verified": "源列表所述或凭记忆，未核实",
    "none known": "未见",
}
