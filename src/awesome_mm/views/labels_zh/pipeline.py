"""Labels in Chinese of pipelines and recipes.

Layer: views.
"""

PIPELINE = {
    "No stages are known.": "没有已知的流程阶段。",
    "{} rounds in all": "共 {} 轮",
    "otherwise": "其余",
    "after": "承接",
    "beside": "并列于",
    "on what was kept": "使用保留的数据",
    "with input of its own": "另有输入",
    "Prompts in": "提示词位置",
    "On the prompts": "提示词说明",
    "What it does": "作用",
    "Models": "模型",
    "Tools": "工具",
    "Parameters": "参数",
    "Route": "去向",
}
