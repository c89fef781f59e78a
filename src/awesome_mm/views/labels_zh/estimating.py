"""Labels in Chinese of the answers of ``estimate``.

Layer: views.
"""

ESTIMATING = {
    "Samples": "样本",
    "Calls each": "每样本调用",
    "Calls": "调用",
    "Tokens in": "输入 token",
    "Tokens out": "输出 token",
    "Money": "费用",
    "Time": "用时",
    "Local passes": "本地运行",
    "Stage": "阶段",
    "Total": "合计",
    "Calls by": "调用次数依据",
    "Part of": "所属阶段",
    "Come out": "最终留下",
    "your figure": "您给出的数值",
    "the one model named": "所列的一个模型",
    "models that run locally": "本地运行的模型",
    "an action that calls none": "该步骤不调用模型",
    "bounds on earlier scores": "按先前分数的界限",
    "a recipe without endpoint": "方法不需要接口",
    "the stage around it": "计入所属阶段",
    "Expected values; those with ≈ are rounded. Time is that of the calls.": "均为期望值；带≈者经过舍入。用时仅计模型调用。",
    "Needed to know the rest": "还需要以下数值",
    "Option": "选项",
    "What it says": "含义",
    "no model is named; how often is one called for a sample (0: never)": "未列出模型；每个样本调用几次（0：不调用）",
    "tools are named and no model; how often is one called for a sample (0: never)": (
        "列出了工具而未列出模型；每个样本调用几次（0：不调用）"
    ),
    "several models are named; how many calls for a sample": "列出了多个模型；每个样本共调用几次",
    "a model is named, and there are steps; how many calls for a sample in all": "列出了模型，又分为若干步骤；每个样本共调用几次",
    "the rounds are too many to follow; how many calls for a sample in all": "轮数过多，无法逐轮计算；每个样本共调用几次",
    "no other stage leads here; how many samples come in from outside (0: none)": "没有其他阶段通向此处；有多少样本从外部进入（0：没有）",
    "which share is not dropped": "未被丢弃的占比",
    "which share goes this way": "走这条路线的占比",
    "how many tokens a call takes in and gives out": "一次调用输入和输出多少 token",
    "what a million tokens cost, in and out": "每百万输入和输出 token 的价格",
    "days": "天",
    "h": "小时",
    "min": "分钟",
}
